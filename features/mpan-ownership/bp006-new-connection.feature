@process:BP006 @theme:mpan-ownership
Feature: BP006 New Connection
  The Distributor creates an MPAN and CSS registers its first supplier, who appoints a Metering Service and a Data
  Service from the Supply Start Date (SSD). There is no outgoing side. Then a meter is fitted, the supply is made live and
  the first consumption is submitted; an unmetered supply has no meter.

  Rule: A Smart MPAN

    Background:
      Given MPAN "A" is a new connection, Smart, import and energised
      And the Distributor's system creates MPAN "A"
      And CSS announces the first registration of MPAN "A", effective 10 days ahead
      And the Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

    @MQ-BP006-010 @role:SUP @role:REGS @role:MSS @role:SDS @segment:S @kind:positive @assumes:first-appointment-scenario
    Scenario: The first supplier appoints both services
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Supplier proposes a Data Service to MPAN "A" with:
        | retriever | the Meter Data Retriever |
      Then these messages are exchanged for MPAN "A":
        |    | from           | to             | message                               | order    | with                                                                                                                       |
        | -  | SUP            | LDSO           | D0168                                 |          |                                                                                                                            |
        | a  | CSS            | REGS           | off-DIP: first registration announced |          |                                                                                                                            |
        | 1  | REGS           | EES            | IF-050 [MPANCreation]                 |          | B079 RMPStatus = C; B079 MPStatus = N                                                                                      |
        | 2  | REGS           | SUP            | IF-002 [GainMPANInfo]                 | after a  | B013 CSSRegistrationID = the id of the pending switch                                                                      |
        | 3  | SUP            | REGS           | IF-031 [MSApp]                        | after 2  | B070 appointmentScenario = COS; B070 proposedMeteringServiceDIPEffectiveFromDate = SSD; B013 = as in IF-002 [GainMPANInfo] |
        | 4  | REGS           | SUP            | IF-032 [MSAppInitialResp]             | after 3  | R0 responseCode = A; B070 = as in 3                                                                                        |
        | 5  | REGS           | MSS (proposed) | IF-033 [MSAppSPRequest]               | after 3  | B070 = as in 3; B072 is absent; B905List is absent                                                                         |
        | 6  | MSS (proposed) | REGS           | IF-034 [MSAppSPResponse]              | after 5  | B007 = A, SP000; B070 = as in 5                                                                                            |
        | 7  | REGS           | SUP            | IF-035 [MSAppAccepted]                | after 6  | B007 responseCode = A; B070 = as in 3                                                                                      |
        | 8  | SUP            | REGS           | IF-031 [DSApp]                        | after 2  | B071 appointmentScenario = COS; B071 proposedDataServiceDIPEffectiveFromDate = SSD; B013 = as in IF-002 [GainMPANInfo]     |
        | 9  | REGS           | SUP            | IF-032 [DSAppInitialResp]             | after 8  | R0 responseCode = A; B071 = as in 8                                                                                        |
        | 10 | REGS           | SDS (proposed) | IF-033 [DSAppSPRequest]               | after 8  | B071 = as in 8; B072 is absent                                                                                             |
        | 11 | SDS (proposed) | REGS           | IF-034 [DSAppSPResponse]              | after 10 | B007 = A, SP000; B071 = as in 10                                                                                           |
        | 12 | REGS           | SUP            | IF-035 [DSAppAccepted]                | after 11 | B007 responseCode = A; B019 assignedMDRDIPID = MDR (proposed)                                                              |
      And the Supplier sends no second IF-031 [MSApp] for MPAN "A"
      And the Supplier sends no second IF-031 [DSApp] for MPAN "A"
      And the Supplier's records show the proposed Metering Service of MPAN "A" as accepted
      And the Supplier's records show the proposed Data Service of MPAN "A" as accepted
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as accepted
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as accepted

    @MQ-BP006-020 @role:SUP @role:REGS @role:MSS @role:SDS @segment:S @kind:positive @needs:dayArrives
    Scenario: The first supplier is registered without a predecessor, and its services begin with the supply
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS confirms the first registration of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from | to             | message                               | order   | with                                                                                                       |
        | a | CSS  | REGS           | off-DIP: first registration confirmed |         |                                                                                                            |
        | 1 | REGS | SUP            | IF-001 [InitialRegistration]          | after a | B002 incomingSupplierDIPID = SUP; B002 supplierEffectiveFromDate = SSD; B013 = as in IF-002 [GainMPANInfo] |
        | 2 | REGS | MSS (proposed) | IF-036 [MSAppActive]                  | after 1 | B014 incomingMeteringServiceDIPID = MSS (proposed); B014 incomingMeteringServiceEffectiveFromDate = SSD    |
        | 3 | REGS | SDS (proposed) | IF-036 [DSAppActive]                  | after 1 | B015 incomingDataServiceDIPID = SDS (proposed); B015 incomingDataServiceEffectiveFromDate = SSD            |
      And the Registration Service sends no IF-001 [ChangeOfSupplier] for MPAN "A"
      And the Registration Service sends no IF-037 [MSDeApp] for MPAN "A"
      And the Registration Service sends no IF-037 [DSDeApp] for MPAN "A"
      And the Registration Service sends no IF-045 [NoMSAppointed] for MPAN "A"
      And the Registration Service sends no IF-050 [MPStatusChange] for MPAN "A"
      And the Supplier's records show the proposed Metering Service of MPAN "A" as active
      And the Supplier's records show the proposed Data Service of MPAN "A" as active
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as active
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as active

    @MQ-BP006-021 @role:LDSO @role:MDS @role:EES @segment:S @kind:positive @needs:dayArrives
    Scenario: Network, settlement and enquiry are told of the first supplier and its services
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS confirms the first registration of MPAN "A"
      Then the Network Operator receives IF-001 [InitialRegistration] for MPAN "A" with B002 incomingSupplierDIPID = SUP
      And the Market-wide Data Service receives IF-001 [InitialRegistration] for MPAN "A" with B002 supplierEffectiveFromDate = SSD
      When the SSD of MPAN "A" arrives
      Then the Network Operator receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceDIPID = MSS (proposed)
      And the Network Operator receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceDIPID = SDS (proposed)
      And the Market-wide Data Service receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceEffectiveFromDate = SSD
      And the Market-wide Data Service receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceDIPID = SDS (proposed)
      And the Enquiry Service receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceDIPID = MSS (proposed)
      And the Enquiry Service receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceEffectiveFromDate = SSD
      And the Network Operator's records show the proposed Metering Service of MPAN "A" as active
      And the Market-wide Data Service's records show the proposed Data Service of MPAN "A" as active
      And the Enquiry Service's records show the proposed Metering Service of MPAN "A" as active

    @MQ-BP006-022 @role:EES @role:REGS @segment:S @kind:positive
    Scenario: Enquiry is told of the new MPAN before anybody supplies it
      Then these messages are exchanged for MPAN "A":
        |   | from | to  | message               | order | with                                            |
        | 1 | REGS | EES | IF-050 [MPANCreation] |       | B079 RMPStatus = C; B025 energisationStatus = D |

    @MQ-BP006-030 @role:SUP @role:REGS @segment:S @kind:timing
    Scenario: Services are appointed after the registration is confirmed, and before the SSD
      When CSS confirms the first registration of MPAN "A"
      Then the Supplier receives IF-001 [InitialRegistration] for MPAN "A" with B002 incomingSupplierDIPID = SUP
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Supplier appoints its Data Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from | to   | message                   | order   | with                                                   |
        | 1 | SUP  | REGS | IF-031 [MSApp]            |         | B070 proposedMeteringServiceDIPEffectiveFromDate = SSD |
        | 2 | REGS | SUP  | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A                                    |
        | 3 | REGS | SUP  | IF-035 [MSAppAccepted]    | after 2 | B070 = as in 1                                         |
        | 4 | SUP  | REGS | IF-031 [DSApp]            |         | B071 proposedDataServiceDIPEffectiveFromDate = SSD     |
        | 5 | REGS | SUP  | IF-032 [DSAppInitialResp] | after 4 | R0 responseCode = A                                    |
        | 6 | REGS | SUP  | IF-035 [DSAppAccepted]    | after 5 | B071 = as in 4                                         |
      And the Supplier's records show the proposed Metering Service of MPAN "A" as accepted

    @MQ-BP006-110 @role:SUP @segment:S @kind:negative @mode:handles
    Scenario Outline: Registration refuses with <code> and the first supplier proposes again
      Given the Registration Service will refuse the next IF-031 [DSApp] for MPAN "A" with <code>
      When the Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Supplier receives IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, <code>
      And the Supplier's records show the proposed Data Service of MPAN "A" as refused
      When the Supplier appoints another Data Service to MPAN "A" from the SSD
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A" with B071 proposedDataServiceDIPID = SDS (another)
      And the Supplier's records show the other Data Service of MPAN "A" as accepted

      Examples:
        | case            | code    |
        | wrong-segment   | REG1031 |
        | standing-data   | REG9011 |
        | retriever-unfit | REG1092 |

    @MQ-BP006-120 @role:SUP @role:REGS @segment:S @kind:negative @mode:handles
    Scenario Outline: The Metering Service refuses with <code> and another is appointed
      Given the proposed Metering Service will refuse the next IF-033 [MSAppSPRequest] for MPAN "A" with <code>
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Supplier receives IF-035 [MSAppRejected] for MPAN "A" with B007 = R, <code>
      And the Supplier's records show the proposed Metering Service of MPAN "A" as refused
      When the Supplier appoints another Metering Service to MPAN "A" from the SSD
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A" with B070 proposedMeteringServiceDIPID = MSS (another)

      Examples:
        | case           | code  |
        | operating-area | SP007 |
        | address        | SP008 |
        | notice         | SP011 |

    @MQ-BP006-121 @role:SUP @role:REGS @segment:S @kind:negative @mode:handles
    Scenario: The Data Service cannot use the retriever that the Supplier names
      Given the proposed Data Service will refuse the next IF-033 [DSAppSPRequest] for MPAN "A" with DS001
      When the Supplier proposes a Data Service to MPAN "A" with:
        | retriever | the Meter Data Retriever |
      Then the Supplier receives IF-035 [DSAppRejected] for MPAN "A" with B007 = R, DS001
      And the Supplier's records show the proposed Data Service of MPAN "A" as refused

    @MQ-BP006-130 @role:SUP @role:REGS @segment:S @kind:timing
    Scenario: A later proposal overtakes the one that was accepted
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When the Supplier appoints another Metering Service to MPAN "A" from the SSD
      Then the Supplier receives IF-035 [MSAppLapsed] for MPAN "A" with B007 = L, REG1089
      And the Supplier's records show the proposed Metering Service of MPAN "A" as lapsed
      And the Supplier's records show the other Metering Service of MPAN "A" as accepted

    @MQ-BP006-140 @role:SUP @role:REGS @segment:S @kind:timing @needs:dayArrives
    Scenario: The supply begins without services and the Supplier is reminded
      When CSS confirms the first registration of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then the Supplier receives IF-045 [NoMSAppointed] for MPAN "A"
      And the Supplier receives IF-045 [NoDSAppointed] for MPAN "A"
      When the Supplier appoints its Metering Service to MPAN "A" as its current supplier
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A" with B070 appointmentScenario = CSP

    @MQ-BP006-150 @role:SUP @role:REGS @role:MSS @segment:S @kind:negative @mode:handles
    Scenario: The first registration comes to nothing and the accepted appointment lapses
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When CSS cancels the switch of MPAN "A"
      Then the Supplier receives IF-035 [MSAppLapsed] for MPAN "A" with B007 responseCode = L
      And the Registration Service sends no IF-001 [InitialRegistration] for MPAN "A"
      And the Supplier's records show the proposed Metering Service of MPAN "A" as lapsed
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as lapsed

    @MQ-BP006-210 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses <what>
      When <sender> proposes a Metering Service to MPAN "A" with:
        | service | <service> |
        | from    | <from>    |
        | switch  | <switch>  |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, <codes>
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "A"

      Examples:
        | case          | what                                   | sender       | service                       | from                  | switch          | codes              |
        | wrong-segment | a service of the wrong segment         | the Supplier | MSA (proposed)                | the SSD               | pending         | REG1031            |
        | too-far-ahead | a proposal for more than 28 days ahead | the Supplier | the proposed Metering Service | 19 days after the SSD | pending         | REG1099 or REG1032 |
        | after-the-ssd | a service that leaves a gap            | the Supplier | the proposed Metering Service | 2 days after the SSD  | pending         | REG1032            |
        | other-switch  | a registration of another MPAN         | the Supplier | the proposed Metering Service | the SSD               | of another MPAN | REG0005 or REG0006 |

    @MQ-BP006-211 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario: Registration passes on that a provider's answer is not recognised
      Given the proposed Metering Service will refuse the next IF-033 [MSAppSPRequest] for MPAN "A" with SP777
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Registration Service sends IF-035 [MSAppRejected] for MPAN "A" with B007 = R, REG1094

    @MQ-BP006-220 @role:MSS @segment:S @kind:negative @mode:enforces @needs:endContract
    Scenario: A Metering Service without a contract refuses the new connection
      Given the proposed Metering Service has no contract with the Supplier for MPAN "A"
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = R, SP001
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as not appointed or refused

    @MQ-BP006-221 @role:SDS @segment:S @kind:negative @mode:enforces @needs:endContract
    Scenario: A Data Service without a contract refuses the new connection
      Given the proposed Data Service has no contract with the Supplier for MPAN "A"
      When the Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the proposed Data Service sends IF-034 [DSAppSPResponse] for MPAN "A" with B007 = R, SP001
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as not appointed or refused

  Rule: An MPAN that was not created

    @MQ-BP006-212 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario: Registration refuses a service for an MPAN that is not created
      Given MPAN "A" is a new connection, Smart, import and energised
      When the Supplier proposes a Metering Service to MPAN "A" with:
        | scenario       | COS           |
        | from           | 10 days ahead |
        | registrationId | none          |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG0000
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "A"
