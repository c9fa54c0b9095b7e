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
        |   | from           | to             | message                   | order   | with                                                                                                  |
        | 1 | SUP            | REGS           | IF-031 [DSApp]            |         | B071 appointmentScenario = CSP; B071 proposedDataServiceDIPEffectiveFromDate = the effective date     |
        | 2 | REGS           | SUP            | IF-032 [DSAppInitialResp] | after 1 | R0 responseCode = A; B071 = as in 1                                                                   |
        | 3 | REGS           | SDS (proposed) | IF-033 [DSAppSPRequest]   | after 1 | B071 = as in 1; B072 incumbentMeteringServiceDIPID = MSS (incumbent); B012 serviceProviderAppointmentRequestingSupplierDIPID = SUP |
        | 4 | SDS (proposed) | REGS           | IF-034 [DSAppSPResponse]  | after 3 | B007 = A, SP000; B071 = as in 3                                                                       |
        | 5 | REGS           | SUP            | IF-035 [DSAppAccepted]    | after 4 | B007 responseCode = A                                                                                 |
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
        |   | from | to              | message              | order | with                                                                                                                                  |
        | 1 | REGS | SDS (proposed)  | IF-036 [DSAppActive] |       | B015 appointmentScenario = CSP; B015 incomingDataServiceEffectiveFromDate = the effective date                                       |
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
