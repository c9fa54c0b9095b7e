@process:BP003 @theme:mpan-ownership
Feature: BP003 Change of Service - Data Service
  The current Supplier replaces the Data Service of an MPAN, with no change of supplier. The new service is active from
  the effective date, and the old one is de-appointed.

  Rule: A Smart MPAN

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP003-010 @role:SUP @role:REGS @role:SDS @segment:S @kind:positive
    Scenario: The Supplier appoints a new Data Service
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                   | order   | with                                                                                                                               |
        | 1 | SUP            | REGS           | IF-031 [DSApp]            |         | B071 appointmentScenario = CSP; B071 proposedDataServiceDIPEffectiveFromDate = the effective date                                  |
        | 2 | REGS           | SUP            | IF-032 [DSAppInitialResp] | after 1 | R0 responseCode = A; B071 = as in 1                                                                                                |
        | 3 | REGS           | SDS (proposed) | IF-033 [DSAppSPRequest]   | after 1 | B071 = as in 1; B072 incumbentMeteringServiceDIPID = MSS (incumbent); B012 serviceProviderAppointmentRequestingSupplierDIPID = SUP |
        | 4 | SDS (proposed) | REGS           | IF-034 [DSAppSPResponse]  | after 3 | B007 = A, SP000; B071 = as in 3                                                                                                    |
        | 5 | REGS           | SUP            | IF-035 [DSAppAccepted]    | after 4 | B007 responseCode = A                                                                                                              |
      And the Supplier sends no second IF-031 [DSApp] for MPAN "A"
      And the Registration Service sends no IF-036 [DSAppActive] for MPAN "A"
      And the Supplier's records show the proposed Data Service of MPAN "A" as accepted
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as accepted

    @MQ-BP003-020 @role:SUP @role:REGS @role:SDS @role:SDS:incumbent @segment:S @kind:positive @needs:dayArrives
    Scenario: On the effective date the new Data Service is active and the old one is de-appointed
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from | to              | message              | order | with                                                                                                                                       |
        | 1 | REGS | SDS (proposed)  | IF-036 [DSAppActive] |       | B015 appointmentScenario = CSP; B015 incomingDataServiceEffectiveFromDate = the effective date                                             |
        | 2 | REGS | SDS (incumbent) | IF-037 [DSDeApp]     |       | B009 deAppointmentReasonCode = CSERV; B009 dataServiceEffectiveToDate = the effective date; B011 incomingDataServiceDIPID = SDS (proposed) |
      And the Registration Service sends no IF-001 [ChangeOfSupplier] for MPAN "A"
      And the Supplier's records show the proposed Data Service of MPAN "A" as active
      And the Supplier's records show the incumbent Data Service of MPAN "A" as ended
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as active
      And the incumbent Data Service's records show the incumbent Data Service of MPAN "A" as ended

    @MQ-BP003-021 @role:LDSO @role:MDS @role:EES @segment:S @kind:positive @needs:dayArrives
    Scenario: Network, settlement and enquiry are told of the new Data Service and of the end of the old one
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the Network Operator receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceDIPID = SDS (proposed)
      And the Network Operator receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSERV
      And the Market-wide Data Service receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceDIPID = SDS (proposed)
      And the Market-wide Data Service receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSERV
      And the Enquiry Service receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceDIPID = SDS (proposed)
      And the Enquiry Service receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSERV
      And the Network Operator's records show the proposed Data Service of MPAN "A" as active
      And the Network Operator's records show the incumbent Data Service of MPAN "A" as ended
      And the Market-wide Data Service's records show the proposed Data Service of MPAN "A" as active
      And the Market-wide Data Service's records show the incumbent Data Service of MPAN "A" as ended
      And the Enquiry Service's records show the proposed Data Service of MPAN "A" as active
      And the Enquiry Service's records show the incumbent Data Service of MPAN "A" as ended

    @MQ-BP003-110 @role:SUP @segment:S @kind:negative @mode:handles
    Scenario Outline: Registration refuses with <code> and the Supplier proposes again
      Given the Registration Service will refuse the next IF-031 [DSApp] for MPAN "A" with <code>
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, <code>
      And the Supplier's records show the proposed Data Service of MPAN "A" as refused
      When the Supplier appoints another Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A" with B071 proposedDataServiceDIPID = SDS (another)
      And the Supplier's records show the other Data Service of MPAN "A" as accepted

      Examples:
        | case             | code    |
        | present-provider | REG1026 |
        | retriever        | REG1083 |
        | consent          | REG1022 |

    @MQ-BP003-120 @role:SUP @role:REGS @segment:S @kind:negative @mode:handles
    Scenario Outline: The new Data Service refuses with <code>, and the old one stays
      Given the proposed Data Service will refuse the next IF-033 [DSAppSPRequest] for MPAN "A" with <code>
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppRejected] for MPAN "A" with B007 = R, <code>
      And the Registration Service sends no IF-037 [DSDeApp] for MPAN "A"
      And the Supplier's records show the proposed Data Service of MPAN "A" as refused
      And the Supplier's records show the incumbent Data Service of MPAN "A" as active

      Examples:
        | case        | code  |
        | no-contract | SP001 |
        | retriever   | DS001 |
        | frequency   | DS003 |

    @MQ-BP003-210 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses <what>
      When <sender> proposes a Data Service to MPAN "A" with:
        | service  | <service>  |
        | scenario | <scenario> |
        | from     | <from>     |
      Then the Registration Service sends IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, <codes>
      And the Registration Service sends no IF-033 [DSAppSPRequest] for MPAN "A"

      Examples:
        | case             | what                                           | sender             | service                    | scenario | from          | codes              |
        | present-provider | a change to the service that is appointed      | the Supplier       | the incumbent Data Service | CSP      | 10 days ahead | REG1026            |
        | other-provider   | other terms of a service that is not appointed | the Supplier       | the proposed Data Service  | USP      | 10 days ahead | REG1025            |
        | not-supplier     | a proposal of who does not supply the MPAN     | the Other Supplier | the proposed Data Service  | CSP      | 10 days ahead | REG1021 or REG1033 |
        | too-far-ahead    | a proposal for more than 28 days ahead         | the Supplier       | the proposed Data Service  | CSP      | 30 days ahead | REG1099            |
        | wrong-segment    | a service of the wrong segment                 | the Supplier       | ADS (proposed)             | CSP      | 10 days ahead | REG1031            |

    @MQ-BP003-220 @role:SDS @segment:S @kind:negative @mode:enforces @needs:endContract
    Scenario: A Data Service without a contract refuses
      Given the proposed Data Service has no contract with the Supplier for MPAN "A"
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the proposed Data Service sends IF-034 [DSAppSPResponse] for MPAN "A" with B007 = R, SP001
      And the Registration Service sends IF-035 [DSAppRejected] for MPAN "A" with B007 = R, SP001

    @MQ-BP003-230 @role:SUP @role:REGS @role:MSS @role:SDS @segment:S @kind:timing
    Scenario: Both services are replaced at the same time
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      And the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from           | to   | message                  | order   | with                            |
        | 1 | SUP            | REGS | IF-031 [MSApp]           |         | B070 appointmentScenario = CSP  |
        | 2 | SUP            | REGS | IF-031 [DSApp]           |         | B071 appointmentScenario = CSP  |
        | 3 | MSS (proposed) | REGS | IF-034 [MSAppSPResponse] | after 1 | B007 = A, SP000; B070 = as in 1 |
        | 4 | SDS (proposed) | REGS | IF-034 [DSAppSPResponse] | after 2 | B007 = A, SP000; B071 = as in 2 |
        | 5 | REGS           | SUP  | IF-035 [MSAppAccepted]   | after 3 | B070 = as in 1                  |
        | 6 | REGS           | SUP  | IF-035 [DSAppAccepted]   | after 4 | B071 = as in 2                  |
      And the Supplier's records show the proposed Metering Service of MPAN "A" as accepted
      And the Supplier's records show the proposed Data Service of MPAN "A" as accepted

  Rule: An Advanced MPAN

    @MQ-BP003-040 @role:SUP @role:REGS @role:ADS @role:ADS:incumbent @segment:A @kind:positive @needs:dayArrives
    Scenario: An Advanced Data Service takes over from another
      Given MPAN "A" is Advanced, import and energised, registered to the Supplier
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                   | order   | with                            |
        | 1 | SUP            | REGS           | IF-031 [DSApp]            |         | B071 appointmentScenario = CSP  |
        | 2 | REGS           | SUP            | IF-032 [DSAppInitialResp] | after 1 | R0 responseCode = A             |
        | 3 | REGS           | ADS (proposed) | IF-033 [DSAppSPRequest]   | after 1 | B071 = as in 1                  |
        | 4 | ADS (proposed) | REGS           | IF-034 [DSAppSPResponse]  | after 3 | B007 = A, SP000; B071 = as in 3 |
        | 5 | REGS           | SUP            | IF-035 [DSAppAccepted]    | after 4 | B007 responseCode = A           |
      When the effective date of MPAN "A" arrives
      Then the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceEffectiveFromDate = the effective date
      And the incumbent Data Service receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSERV
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as active
      And the incumbent Data Service's records show the incumbent Data Service of MPAN "A" as ended

  Rule: An Unmetered MPAN

    @MQ-BP003-050 @role:SUP @role:REGS @role:UMSDS @role:UMSDS:incumbent @segment:U @kind:positive @needs:dayArrives
    Scenario: An Unmetered Supplies Data Service takes over from another
      Given MPAN "A" is Unmetered, import and energised, registered to the Supplier
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from             | to               | message                   | order   | with                            |
        | 1 | SUP              | REGS             | IF-031 [DSApp]            |         | B071 appointmentScenario = CSP  |
        | 2 | REGS             | SUP              | IF-032 [DSAppInitialResp] | after 1 | R0 responseCode = A             |
        | 3 | REGS             | UMSDS (proposed) | IF-033 [DSAppSPRequest]   | after 1 | B071 = as in 1                  |
        | 4 | UMSDS (proposed) | REGS             | IF-034 [DSAppSPResponse]  | after 3 | B007 = A, SP000; B071 = as in 3 |
        | 5 | REGS             | SUP              | IF-035 [DSAppAccepted]    | after 4 | B007 responseCode = A           |
      When the effective date of MPAN "A" arrives
      Then the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceEffectiveFromDate = the effective date
      And the incumbent Data Service receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSERV
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as active
      And the incumbent Data Service's records show the incumbent Data Service of MPAN "A" as ended

  Rule: On the border of what may be proposed

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP003-710 @role:SUP @role:REGS @role:SDS @segment:S @kind:timing
    Scenario: A new Data Service is appointed 28 days ahead
      When the Supplier appoints a new Data Service to MPAN "A", effective 28 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from           | to   | message                   | order   | with                                                              |
        | 1 | SUP            | REGS | IF-031 [DSApp]            |         | B071 proposedDataServiceDIPEffectiveFromDate = the effective date |
        | 2 | REGS           | SUP  | IF-032 [DSAppInitialResp] | after 1 | R0 responseCode = A; B071 = as in 1                               |
        | 3 | SDS (proposed) | REGS | IF-034 [DSAppSPResponse]  | after 1 | B007 = A, SP000; B071 = as in 1                                   |
        | 4 | REGS           | SUP  | IF-035 [DSAppAccepted]    | after 3 | B007 responseCode = A                                             |

    @MQ-BP003-711 @role:SUP @role:REGS @role:SDS @role:SDS:incumbent @segment:S @kind:timing @assumes:update-days-back
    Scenario: A new Data Service is appointed from 5 days ago, and is active at once
      When the Supplier appoints a new Data Service to MPAN "A", effective 5 days ago
      Then these messages are exchanged for MPAN "A":
        |   | from           | to              | message                   | order   | with                                                              |
        | 1 | SUP            | REGS            | IF-031 [DSApp]            |         | B071 proposedDataServiceDIPEffectiveFromDate = the effective date |
        | 2 | REGS           | SUP             | IF-032 [DSAppInitialResp] | after 1 | R0 responseCode = A; B071 = as in 1                               |
        | 3 | SDS (proposed) | REGS            | IF-034 [DSAppSPResponse]  | after 1 | B007 = A, SP000                                                   |
        | 4 | REGS           | SUP             | IF-035 [DSAppAccepted]    | after 3 | B007 responseCode = A                                             |
        | 5 | REGS           | SDS (proposed)  | IF-036 [DSAppActive]      | after 3 | B015 incomingDataServiceEffectiveFromDate = the effective date    |
        | 6 | REGS           | SDS (incumbent) | IF-037 [DSDeApp]          | after 3 | B009 dataServiceEffectiveToDate = the effective date              |
      And the Supplier's records show the proposed Data Service of MPAN "A" as active
      And the incumbent Data Service's records show the incumbent Data Service of MPAN "A" as ended

    @MQ-BP003-712 @role:REGS @segment:S @kind:negative @mode:enforces @assumes:update-days-back
    Scenario Outline: Registration refuses a proposal <what>
      When the Supplier proposes a Data Service to MPAN "A" with:
        | scenario | CSP    |
        | from     | <from> |
      Then the Registration Service sends IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, <code>
      And the Registration Service sends no IF-033 [DSAppSPRequest] for MPAN "A"

      Examples:
        | case          | what              | from          | code    |
        | too-far-ahead | for 29 days ahead | 29 days ahead | REG1099 |
        | too-far-back  | from 6 days ago   | 6 days ago    | REG1024 |

    @MQ-BP003-713 @role:SUP @role:REGS @role:SDS @role:SDS:incumbent @segment:S @kind:timing @needs:dayArrives @assumes:effective-dates-local-midnight
    Scenario Outline: A new Data Service begins on the day of the <season> clock change
      Given MPAN "A" has reached the day 10 days before the next <season> clock change
      When the Supplier appoints a new Data Service to MPAN "A", effective on the next <season> clock change
      Then these messages are exchanged for MPAN "A":
        |   | from           | to   | message                  | order   | with                                                              |
        | 1 | SUP            | REGS | IF-031 [DSApp]           |         | B071 proposedDataServiceDIPEffectiveFromDate = the effective date |
        | 2 | SDS (proposed) | REGS | IF-034 [DSAppSPResponse] | after 1 | B007 = A, SP000; B071 = as in 1                                   |
        | 3 | REGS           | SUP  | IF-035 [DSAppAccepted]   | after 2 | B071 = as in 1                                                    |
      When the effective date of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from | to              | message              | order | with                                                           |
        | 1 | REGS | SDS (proposed)  | IF-036 [DSAppActive] |       | B015 incomingDataServiceEffectiveFromDate = the effective date |
        | 2 | REGS | SDS (incumbent) | IF-037 [DSDeApp]     |       | B009 dataServiceEffectiveToDate = the effective date           |
      And the Supplier's records show the proposed Data Service of MPAN "A" as active

      Examples:
        | case   | season |
        | spring | spring |
        | autumn | autumn |

  Rule: Other faults of a proposal, and of an answer

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP003-720 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses a DIP ID and an MPID of <what> that do not belong together
      When the Supplier proposes a Data Service to MPAN "A" with:
        | scenario  | CSP           |
        | from      | 10 days ahead |
        | service   | <service>     |
        | retriever | <retriever>   |
      Then the Registration Service sends IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, <code>
      And the Registration Service sends no IF-033 [DSAppSPRequest] for MPAN "A"

      Examples:
        | case      | what        | service                                                           | retriever                                    | code    |
        | service   | a service   | the proposed Data Service with the MPID of the other Data Service | none                                         | REG1091 |
        | retriever | a retriever | the proposed Data Service                                         | MDR (proposed) with the MPID of the Supplier | REG1092 |

    @MQ-BP003-721 @role:SUP @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario: A new Data Service answers with a code that nobody knows, and the old one stays
      Given the proposed Data Service will refuse the next IF-033 [DSAppSPRequest] for MPAN "A" with SP777
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Registration Service sends IF-035 [DSAppRejected] for MPAN "A" with B007 = R, REG1094
      And the Supplier's records show the proposed Data Service of MPAN "A" as refused
      And the Supplier's records show the incumbent Data Service of MPAN "A" as active

    @MQ-BP003-722 @role:SUP @role:REGS @segment:S @kind:timing
    Scenario: A later proposal overtakes the one that was accepted
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the Supplier appoints another Data Service to MPAN "A", effective 12 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A" with B071 proposedDataServiceDIPID = SDS (another)
      And the Supplier receives IF-035 [DSAppLapsed] for MPAN "A" with B007 = L, REG1089
      And the Supplier's records show the other Data Service of MPAN "A" as accepted

  Rule: A Data Service that cannot serve

    @MQ-BP003-730 @kind:negative @mode:enforces @needs:limitService
    Scenario Outline: It refuses <what>
      Given MPAN "A" is <kind>, import and energised, registered to the Supplier
      And the proposed Data Service cannot serve MPAN "A" with:
        | <limit> | <value> |
      When the Supplier proposes a Data Service to MPAN "A" with:
        | scenario | CSP           |
        | from     | 10 days ahead |
      Then the proposed Data Service sends IF-034 [DSAppSPResponse] for MPAN "A" with B007 = R, <code>
      And the Registration Service sends IF-035 [DSAppRejected] for MPAN "A" with B007 = R, <code>
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as not appointed or refused

      @role:SDS @segment:S
      Examples:
        | case             | what                                     | kind  | limit             | value                     | code  |
        | smart-contract   | a contract that it does not know         | Smart | contractReference | MQ-CONTRACT-1             | SP002 |
        | smart-outside    | a connection type outside the contract   | Smart | outsideContract   | W                         | SP003 |
        | smart-connection | a connection type that it does not serve | Smart | connectionType    | W                         | SP004 |
        | smart-meter      | a meter type that it does not serve      | Smart | meterType         | S2ADE                     | SP006 |
        | smart-area       | a site outside its area                  | Smart | gspGroup          | the GSP Group of the MPAN | SP007 |
        | smart-notice     | a beginning that is too near             | Smart | notice            | 20                        | SP011 |

      @role:ADS @segment:A
      Examples:
        | case                | what                                     | kind     | limit             | value                     | code  |
        | advanced-contract   | a contract that it does not know         | Advanced | contractReference | MQ-CONTRACT-1             | SP002 |
        | advanced-outside    | a connection type outside the contract   | Advanced | outsideContract   | L                         | SP003 |
        | advanced-connection | a connection type that it does not serve | Advanced | connectionType    | L                         | SP004 |
        | advanced-meter      | a meter type that it does not serve      | Advanced | meterType         | H                         | SP006 |
        | advanced-area       | a site outside its area                  | Advanced | gspGroup          | the GSP Group of the MPAN | SP007 |
        | advanced-notice     | a beginning that is too near             | Advanced | notice            | 20                        | SP011 |

      @role:UMSDS @segment:U
      Examples:
        | case               | what                             | kind      | limit             | value                     | code  |
        | unmetered-contract | a contract that it does not know | Unmetered | contractReference | MQ-CONTRACT-1             | SP002 |
        | unmetered-area     | a site outside its area          | Unmetered | gspGroup          | the GSP Group of the MPAN | SP007 |
        | unmetered-notice   | a beginning that is too near     | Unmetered | notice            | 20                        | SP011 |

    @MQ-BP003-731 @role:SDS @segment:S @kind:negative @mode:enforces
    Scenario: It refuses an address in which no line says anything
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And the Distributor's system changes the address of MPAN "A" with:
        | number | none |
        | street | none |
        | town   | none |
      When the Supplier proposes a Data Service to MPAN "A" with:
        | scenario | CSP           |
        | from     | 10 days ahead |
      Then the proposed Data Service sends IF-034 [DSAppSPResponse] for MPAN "A" with B007 = R, SP008
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as not appointed or refused

    @MQ-BP003-732 @role:SDS @segment:S @kind:negative @mode:enforces
    Scenario: It refuses a traditional meter with nothing said of how often it is read
      Given MPAN "A" is Traditional, import and energised, registered to the Supplier
      When the Supplier proposes a Data Service to MPAN "A" with:
        | scenario      | CSP           |
        | from          | 10 days ahead |
        | readFrequency | none          |
      Then the proposed Data Service sends IF-034 [DSAppSPResponse] for MPAN "A" with B007 = R, DS003
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as not appointed or refused

    @MQ-BP003-733 @role:SDS @segment:S @kind:negative @mode:enforces @needs:limitService
    Scenario: It refuses a retriever that it does not work with
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And the proposed Data Service cannot serve MPAN "A" with:
        | retriever | MDR (proposed) |
      When the Supplier proposes a Data Service to MPAN "A" with:
        | scenario  | CSP            |
        | from      | 10 days ahead  |
        | retriever | MDR (proposed) |
      Then the proposed Data Service sends IF-034 [DSAppSPResponse] for MPAN "A" with B007 = R, DS001
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as not appointed or refused

  Rule: MPANs that belong together

    @MQ-BP003-740 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses a Data Service of its own for <what>
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is Smart, <direction> and energised, <how> to MPAN "A"
      When the Supplier proposes a Data Service to MPAN "B" with:
        | scenario | CSP           |
        | from     | 10 days ahead |
      Then the Registration Service sends IF-032 [DSAppInitialResp] for MPAN "B" with R0 responseCode = R, <code>
      And the Registration Service sends no IF-033 [DSAppSPRequest] for MPAN "B"

      Examples:
        | case    | what                | direction | how     | code    |
        | linked  | a linked export     | export    | linked  | REG1038 |
        | related | a related secondary | import    | related | REG1039 |

    @MQ-BP003-741 @role:REGS @role:SDS @role:SDS:incumbent @segment:S @kind:positive @needs:dayArrives @assumes:alignment-from
    Scenario Outline: <what> gets the new Data Service of its principal MPAN
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is Smart, <direction> and energised, <how> to MPAN "A"
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the incumbent Data Service receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSERV
      And the Supplier's records show the proposed Data Service of MPAN "A" as active
      And these messages are exchanged for MPAN "B":
        |   | from | to              | message              | level  | with                                                                                    |
        | 1 | REGS | SDS (proposed)  | IF-036 [DSAppActive] | should | B015 appointmentScenario = ALG; B015 incomingDataServiceDIPID = SDS (proposed)          |
        | 2 | REGS | SDS (incumbent) | IF-037 [DSDeApp]     | should | B009 deAppointmentReasonCode = <reason>; B011 incomingDataServiceDIPID = SDS (proposed) |

      Examples:
        | case    | what                | direction | how     | reason  |
        | linked  | A linked export     | export    | linked  | IMPEXP  |
        | related | A related secondary | import    | related | RELATED |

  Rule: Other meters, and export

    @MQ-BP003-750 @role:SUP @role:REGS @role:SDS @role:MSS:incumbent @segment:S @kind:positive
    Scenario: A new Data Service of a traditional meter is told how often it is read, and gets its meter details
      Given MPAN "A" is Traditional, import and energised, registered to the Supplier
      When the Supplier proposes a Data Service to MPAN "A" with:
        | scenario      | CSP           |
        | from          | 10 days ahead |
        | readFrequency | Q             |
      Then these messages are exchanged for MPAN "A":
        |   | from           | to              | message                  | order   | with                                           |
        | 1 | SUP            | REGS            | IF-031 [DSApp]           |         | B071 traditionalFallBackReadFrequency = Q      |
        | 2 | REGS           | SDS (proposed)  | IF-033 [DSAppSPRequest]  | after 1 | B071 = as in 1                                 |
        | 3 | SDS (proposed) | REGS            | IF-034 [DSAppSPResponse] | after 2 | B007 = A, SP000; B071 = as in 2                |
        | 4 | REGS           | SUP             | IF-035 [DSAppAccepted]   | after 3 | B007 responseCode = A                          |
        | 5 | REGS           | MSS (incumbent) | IF-035 [IMS-SendMTD]     | after 3 | B071 proposedDataServiceDIPID = SDS (proposed) |

    @MQ-BP003-751 @kind:positive @needs:dayArrives
    Scenario Outline: A new Data Service takes over an export MPAN of the <kind> segment
      Given MPAN "A" is <kind>, export and energised, registered to the Supplier
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the proposed Data Service receives IF-033 [DSAppSPRequest] for MPAN "A" with B023 energyDirection = E
      And the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A" with B023 energyDirection = E
      And the Supplier's records show the proposed Data Service of MPAN "A" as active
      And the Supplier's records show the incumbent Data Service of MPAN "A" as ended

      @role:SUP @role:REGS @role:SDS @segment:S
      Examples:
        | case  | kind  |
        | smart | Smart |

      @role:SUP @role:REGS @role:ADS @segment:A
      Examples:
        | case     | kind     |
        | advanced | Advanced |
