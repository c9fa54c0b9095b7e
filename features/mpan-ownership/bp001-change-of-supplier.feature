@process:BP001 @theme:mpan-ownership
Feature: BP001 Change of Supplier
  While a switch is pending the Incoming Supplier appoints its Metering Service and its Data Service for the Supply
  Start Date (SSD). The Registration Service makes them active once the switch is secured and the SSD has come.

  Rule: A Smart MPAN whose switch is pending

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

    @MQ-BP001-010 @role:SUP @role:REGS @role:MSS @role:SDS @segment:S @kind:positive
    Scenario: The Incoming Supplier appoints both services
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |    | from           | to             | message                   | order    | with                                                                                                                    |
        | a  | CSS            | REGS           | off-DIP: pending switch   |          |                                                                                                                         |
        | 1  | REGS           | SUP (incoming) | IF-002 [GainMPANInfo]     | after a  | B013 CSSRegistrationID = the id of the pending switch                                                                   |
        | 2  | SUP (incoming) | REGS           | IF-031 [MSApp]            | after 1  | B070 appointmentScenario = COS; B070 proposedMeteringServiceDIPEffectiveFromDate = SSD; B013 = as in IF-002 [GainMPANInfo] |
        | 3  | REGS           | SUP (incoming) | IF-032 [MSAppInitialResp] | after 2  | R0 responseCode = A; B070 = as in 2                                                                                     |
        | 4  | REGS           | MSS (proposed) | IF-033 [MSAppSPRequest]   | after 2  | B070 = as in 2; B012 serviceProviderAppointmentRequestingSupplierDIPID = SUP (incoming)                                 |
        | 5  | MSS (proposed) | REGS           | IF-034 [MSAppSPResponse]  | after 4  | B007 = A, SP000; B070 = as in 4                                                                                         |
        | 6  | REGS           | SUP (incoming) | IF-035 [MSAppAccepted]    | after 5  | B007 responseCode = A                                                                                                   |
        | 7  | SUP (incoming) | REGS           | IF-031 [DSApp]            | after 1  | B071 appointmentScenario = COS; B071 proposedDataServiceDIPEffectiveFromDate = SSD; B013 = as in IF-002 [GainMPANInfo]  |
        | 8  | REGS           | SUP (incoming) | IF-032 [DSAppInitialResp] | after 7  | R0 responseCode = A; B071 = as in 7                                                                                     |
        | 9  | REGS           | SDS (proposed) | IF-033 [DSAppSPRequest]   | after 7  | B071 = as in 7                                                                                                          |
        | 10 | SDS (proposed) | REGS           | IF-034 [DSAppSPResponse]  | after 9  | B007 = A, SP000; B071 = as in 9                                                                                         |
        | 11 | REGS           | SUP (incoming) | IF-035 [DSAppAccepted]    | after 10 | B007 responseCode = A                                                                                                   |
      And the Incoming Supplier sends no second IF-031 [MSApp] for MPAN "A"
      And the Incoming Supplier sends no second IF-031 [DSApp] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted
      And the Incoming Supplier's records show the proposed Data Service of MPAN "A" as accepted

    @MQ-BP001-020 @role:SUP @role:REGS @role:MSS @segment:S @kind:positive
    Scenario: The Incoming Supplier appoints a Metering Service only
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                   | order   | with                                                                              |
        | 1 | SUP (incoming) | REGS           | IF-031 [MSApp]            |         | B070 appointmentScenario = COS; B070 proposedMeteringServiceDIPID = MSS (proposed) |
        | 2 | REGS           | SUP (incoming) | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A                                                               |
        | 3 | REGS           | MSS (proposed) | IF-033 [MSAppSPRequest]   | after 1 | B070 = as in 1; B072 incumbentMeteringServiceDIPID = MSS (incumbent)               |
        | 4 | MSS (proposed) | REGS           | IF-034 [MSAppSPResponse]  | after 3 | B007 = A, SP000                                                                   |
        | 5 | REGS           | SUP (incoming) | IF-035 [MSAppAccepted]    | after 4 | B007 responseCode = A                                                             |
      And the Registration Service sends no IF-036 [MSAppActive] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as accepted
      And the Registration Service's records show the proposed Metering Service of MPAN "A" as accepted

    @MQ-BP001-030 @role:SUP @role:REGS @role:SDS @segment:S @kind:positive
    Scenario: The Incoming Supplier appoints a Data Service only
      When the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                   | order   | with                                                                          |
        | 1 | SUP (incoming) | REGS           | IF-031 [DSApp]            |         | B071 appointmentScenario = COS; B071 proposedDataServiceDIPID = SDS (proposed) |
        | 2 | REGS           | SUP (incoming) | IF-032 [DSAppInitialResp] | after 1 | R0 responseCode = A                                                           |
        | 3 | REGS           | SDS (proposed) | IF-033 [DSAppSPRequest]   | after 1 | B071 = as in 1                                                                |
        | 4 | SDS (proposed) | REGS           | IF-034 [DSAppSPResponse]  | after 3 | B007 = A, SP000                                                               |
        | 5 | REGS           | SUP (incoming) | IF-035 [DSAppAccepted]    | after 4 | B007 responseCode = A                                                         |
      And the Incoming Supplier's records show the proposed Data Service of MPAN "A" as accepted

    @MQ-BP001-040 @role:SUP @role:REGS @role:MSS @role:SDS @segment:S @kind:positive @needs:dayArrives
    Scenario: Both services are active on the SSD and the outgoing side is de-appointed
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from | to             | message                        | order   | with                                                                                                                                |
        | a | CSS  | REGS           | off-DIP: switch secured active |         |                                                                                                                                     |
        | 1 | REGS | SUP (incoming) | IF-001 [ChangeOfSupplier]      | after a | B002 incomingSupplierDIPID = SUP (incoming); B002 supplierEffectiveFromDate = SSD; B013 = as in IF-002 [GainMPANInfo]               |
        | 2 | REGS | MSS (proposed) | IF-036 [MSAppActive]           | after 1 | B014 appointmentScenario = COS; B014 incomingMeteringServiceEffectiveFromDate = SSD                                                 |
        | 3 | REGS | SDS (proposed) | IF-036 [DSAppActive]           | after 1 | B015 appointmentScenario = COS; B015 incomingDataServiceEffectiveFromDate = SSD                                                     |
        | 4 | REGS | MSS (outgoing) | IF-037 [MSDeApp]               | after 1 | B008 deAppointmentReasonCode = CSUPP; B008 meteringServiceEffectiveToDate = SSD; B010 incomingMeteringServiceDIPID = MSS (proposed) |
        | 5 | REGS | SDS (outgoing) | IF-037 [DSDeApp]               | after 1 | B009 deAppointmentReasonCode = CSUPP; B009 dataServiceEffectiveToDate = SSD; B011 incomingDataServiceDIPID = SDS (proposed)         |
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as active
      And the Incoming Supplier's records show the proposed Data Service of MPAN "A" as active
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as active

    @MQ-BP001-041 @role:LDSO @role:MDS @role:EES @segment:S @kind:positive @needs:dayArrives
    Scenario: Network, settlement and enquiry are told of the new supplier and its services
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS secures the switch of MPAN "A"
      Then the Network Operator receives IF-001 [ChangeOfSupplier] for MPAN "A" with B002 incomingSupplierDIPID = SUP (incoming)
      And the Market-wide Data Service receives IF-001 [ChangeOfSupplier] for MPAN "A" with B002 supplierEffectiveFromDate = SSD
      When the SSD of MPAN "A" arrives
      Then the Network Operator receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceDIPID = MSS (proposed)
      And the Network Operator receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSUPP
      And the Market-wide Data Service receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceDIPID = SDS (proposed)
      And the Market-wide Data Service receives IF-037 [DSDeApp] for MPAN "A" with B009 dataServiceEffectiveToDate = SSD
      And the Enquiry Service receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceEffectiveFromDate = SSD
      And the Enquiry Service receives IF-037 [MSDeApp] for MPAN "A" with B008 meteringServiceEffectiveToDate = SSD
      And the Network Operator's records show the proposed Metering Service of MPAN "A" as active
      And the Network Operator's records show the outgoing Data Service of MPAN "A" as ended
      And the Market-wide Data Service's records show the proposed Data Service of MPAN "A" as active
      And the Market-wide Data Service's records show the outgoing Data Service of MPAN "A" as ended
      And the Enquiry Service's records show the proposed Metering Service of MPAN "A" as active
      And the Enquiry Service's records show the outgoing Metering Service of MPAN "A" as ended

    @MQ-BP001-050 @role:MSS:incumbent @role:SDS:incumbent @role:REGS @segment:S @kind:positive @needs:dayArrives
    Scenario: The outgoing services book the end of their appointments
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then the outgoing Metering Service receives IF-037 [MSDeApp] for MPAN "A" with B008 deAppointmentReasonCode = CSUPP
      And the outgoing Data Service receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSUPP
      And the outgoing Metering Service's records show the outgoing Metering Service of MPAN "A" as ended
      And the outgoing Data Service's records show the outgoing Data Service of MPAN "A" as ended

    @MQ-BP001-110 @role:SUP @segment:S @kind:negative @mode:handles
    Scenario Outline: Registration refuses with <code> and the Incoming Supplier proposes again
      Given the Registration Service will refuse the next IF-031 [MSApp] for MPAN "A" with <code>
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, <code>
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as refused
      When the Incoming Supplier appoints another Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A" with B070 proposedMeteringServiceDIPID = MSS (another)
      And the Incoming Supplier's records show the other Metering Service of MPAN "A" as accepted

      Examples:
        | case          | code    |
        | too-far-ahead | REG1099 |
        | wrong-segment | REG1031 |
        | other-switch  | REG0005 |

    @MQ-BP001-120 @role:SUP @role:REGS @segment:S @kind:negative @mode:handles
    Scenario Outline: The provider refuses with <code> and another is appointed
      Given the proposed Metering Service will refuse the next IF-033 [MSAppSPRequest] for MPAN "A" with <code>
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                   | order   | with                  |
        | 1 | SUP (incoming) | REGS           | IF-031 [MSApp]            |         |                       |
        | 2 | REGS           | SUP (incoming) | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A   |
        | 3 | REGS           | MSS (proposed) | IF-033 [MSAppSPRequest]   | after 1 |                       |
        | 4 | MSS (proposed) | REGS           | IF-034 [MSAppSPResponse]  | after 3 | B007 = R, <code>      |
        | 5 | REGS           | SUP (incoming) | IF-035 [MSAppRejected]    | after 4 | B007 = R, <code>      |
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as refused
      When the Incoming Supplier appoints another Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A" with B070 proposedMeteringServiceDIPID = MSS (another)
      And the Incoming Supplier's records show the other Metering Service of MPAN "A" as accepted

      Examples:
        | case        | code  |
        | no-contract | SP001 |
        | segment     | SP005 |

    @MQ-BP001-130 @role:SUP @role:REGS @role:MSS @segment:S @kind:negative @mode:handles
    Scenario: The switch is cancelled and the accepted appointment lapses
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When CSS cancels the switch of MPAN "A"
      Then the Incoming Supplier receives IF-035 [MSAppLapsed] for MPAN "A" with B007 responseCode = L
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as lapsed
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as lapsed
      And the Registration Service sends no IF-001 [ChangeOfSupplier] for MPAN "A"
      And the Registration Service sends no IF-036 [MSAppActive] for MPAN "A"

    @MQ-BP001-140 @role:SUP @segment:S @kind:timing @needs:dayArrives @assumes:refused-proposal-code-after-ssd
    Scenario: A proposal that is handled after the SSD is refused and sent again as CSP
      Given the Registration Service will refuse the next IF-031 [MSApp] for MPAN "A" with REG1034
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1034
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      And the Incoming Supplier appoints its Metering Service to MPAN "A" as its current supplier
      Then the Incoming Supplier sends IF-031 [MSApp] for MPAN "A" with B070 appointmentScenario = CSP; B070 proposedMeteringServiceDIPEffectiveFromDate = SSD
      And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted or active

    @MQ-BP001-150 @role:SUP @role:REGS @segment:S @kind:timing
    Scenario: The provider stays silent
      Given the proposed Metering Service will not answer the next IF-033 [MSAppSPRequest] for MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                   | order   | with                |
        | 1 | SUP (incoming) | REGS           | IF-031 [MSApp]            |         |                     |
        | 2 | REGS           | SUP (incoming) | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A |
        | 3 | REGS           | MSS (proposed) | IF-033 [MSAppSPRequest]   | after 1 |                     |
      And what follows for MPAN "A" is recorded
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as proposed

    @MQ-BP001-210 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses a proposal <what>
      When the Incoming Supplier proposes a Metering Service to MPAN "A" with:
        | service  | <service> |
        | scenario | COS       |
        | from     | <from>    |
        | switch   | <switch>  |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, <codes>
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "A"
      And the Registration Service's records show <service> of MPAN "A" as not appointed or refused

      Examples:
        | case          | what                              | service                       | from                  | switch          | codes              |
        | too-far-ahead | for more than 28 days ahead       | the proposed Metering Service | 19 days after the SSD | pending         | REG1099 or REG1032 |
        | wrong-segment | of a service of the wrong segment | MSA (proposed)                | the SSD               | pending         | REG1031            |
        | other-switch  | that quotes another switch        | the proposed Metering Service | the SSD               | of another MPAN | REG0005 or REG0006 |

    @MQ-BP001-220 @role:MSS @segment:S @kind:negative @mode:enforces @needs:endContract
    Scenario: A Metering Service without a contract refuses
      Given the proposed Metering Service has no contract with the Incoming Supplier for MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = R, SP001
      And the Registration Service sends IF-035 [MSAppRejected] for MPAN "A" with B007 = R, SP001
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as not appointed or refused

    @MQ-BP001-230 @role:MSS @segment:S @kind:negative @mode:enforces @needs:stopServingSegment
    Scenario: A Metering Service that does not serve the market segment refuses
      Given the proposed Metering Service does not serve the market segment of MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = R, SP005
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as not appointed or refused

    @MQ-BP001-240 @role:REGS @segment:S @kind:negative @mode:enforces @needs:dayArrives @assumes:refused-proposal-code-after-ssd
    Scenario: Registration refuses a proposal as COS after the SSD and takes it as CSP
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      And the Incoming Supplier proposes a Metering Service to MPAN "A" with:
        | scenario | COS     |
        | from     | the SSD |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1033 or REG1034
      When the Incoming Supplier appoints its Metering Service to MPAN "A" as its current supplier
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = A
      And the Registration Service sends IF-035 [MSAppAccepted] for MPAN "A" with B007 responseCode = A

    @MQ-BP001-310 @role:SUP @segment:S @kind:fault
    Scenario: A publication delivered twice is booked once by the Incoming Supplier
      Given the DIP will deliver the next IF-035 [MSAppAccepted] for MPAN "A" to the Incoming Supplier twice
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier sends no second IF-031 [MSApp] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" once

    @MQ-BP001-311 @role:MSS @segment:S @kind:fault
    Scenario: A request delivered twice is answered once by the Metering Service
      Given the DIP will deliver the next IF-033 [MSAppSPRequest] for MPAN "A" to the proposed Metering Service twice
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = A, SP000
      And the proposed Metering Service sends no second IF-034 [MSAppSPResponse] for MPAN "A"
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" once

    @MQ-BP001-312 @role:REGS @segment:S @kind:fault
    Scenario: A proposal delivered twice is handled once by Registration
      Given the DIP will deliver the next IF-031 [MSApp] for MPAN "A" to the Registration Service twice
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Registration Service sends no second IF-032 [MSAppInitialResp] for MPAN "A"
      And the Registration Service sends no second IF-033 [MSAppSPRequest] for MPAN "A"

    @MQ-BP001-313 @role:SUP @segment:S @kind:fault
    Scenario: A publication that is replayed is booked once by the Incoming Supplier
      Given the DIP will deliver the next IF-035 [MSAppAccepted] for MPAN "A" to the Incoming Supplier and replay it
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier sends no second IF-031 [MSApp] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" once

    @MQ-BP001-314 @role:SUP @segment:S @kind:fault
    Scenario: A publication that first comes as a replay is booked by the Incoming Supplier
      Given the DIP will deliver the next IF-035 [MSAppAccepted] for MPAN "A" to the Incoming Supplier as a replay
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted

    @MQ-BP001-315 @role:MSS @segment:S @kind:fault
    Scenario: A request that first comes as a replay is answered by the Metering Service
      Given the DIP will deliver the next IF-033 [MSAppSPRequest] for MPAN "A" to the proposed Metering Service as a replay
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = A, SP000

    @MQ-BP001-320 @role:SUP @segment:S @kind:fault @needs:dayArrives
    Scenario: Publications that arrive in another order lead to the same end
      Given the DIP holds what it has for the Incoming Supplier about MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Registration Service sends IF-035 [MSAppAccepted] for MPAN "A" with B007 responseCode = A
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      And the DIP delivers to the Incoming Supplier about MPAN "A" in this order:
        | IF-037 [MSDeApp]          |
        | IF-036 [MSAppActive]      |
        | IF-001 [ChangeOfSupplier] |
        | IF-035 [MSAppAccepted]    |
        | IF-032 [MSAppInitialResp] |
      Then the Incoming Supplier receives IF-032 [MSAppInitialResp] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as active
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" once

    @MQ-BP001-321 @role:SUP @segment:S @kind:fault @assumes:repeat-time
    Scenario: The Incoming Supplier sends again what the DIP could not take
      Given the DIP will be unavailable for the next IF-031 [MSApp] for MPAN "A" from the Incoming Supplier
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier sends IF-031 [MSApp] for MPAN "A" within repeat with B070 appointmentScenario = COS
      And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier sends no second IF-031 [MSApp] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted

    @MQ-BP001-322 @role:MSS @segment:S @kind:fault @assumes:repeat-time
    Scenario: The Metering Service sends again what the DIP could not take
      Given the DIP will be unavailable for the next IF-034 [MSAppSPResponse] for MPAN "A" from the proposed Metering Service
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" within repeat with B007 = A, SP000
      And the proposed Metering Service sends no second IF-034 [MSAppSPResponse] for MPAN "A"

    @MQ-BP001-323 @role:SUP @segment:S @kind:fault
    Scenario: The Incoming Supplier proposes once though the answer of the DIP is lost
      Given the DIP will take the next IF-031 [MSApp] for MPAN "A" from the Incoming Supplier and lose its answer
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier sends IF-031 [MSApp] for MPAN "A" with B070 appointmentScenario = COS
      And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier sends no second IF-031 [MSApp] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" once

    @MQ-BP001-324 @role:MSS @segment:S @kind:fault
    Scenario: The Metering Service answers once though the answer of the DIP is lost
      Given the DIP will take the next IF-034 [MSAppSPResponse] for MPAN "A" from the proposed Metering Service and lose its answer
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = A, SP000
      And the proposed Metering Service sends no second IF-034 [MSAppSPResponse] for MPAN "A"

    @MQ-BP001-325 @role:SUP @segment:S @kind:security
    Scenario: The Incoming Supplier verifies the bytes that it receives, not its own writing of them
      Given the DIP will deliver the next IF-035 [MSAppAccepted] for MPAN "A" to the Incoming Supplier with other white space
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted

    @MQ-BP001-326 @role:SUP @segment:S @kind:fault @assumes:status-shown
    Scenario Outline: The Incoming Supplier shows that its proposal reached nobody, <why>
      Given the DIP will take the next IF-031 [MSApp] for MPAN "A" from the Incoming Supplier and report <code> by status message
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier sends IF-031 [MSApp] for MPAN "A" with B070 appointmentScenario = COS
      And the Incoming Supplier takes the status message <code> about its IF-031 [MSApp] for MPAN "A"
      And the Registration Service sends no IF-032 [MSAppInitialResp] for MPAN "A"
      And the Incoming Supplier sends no second IF-031 [MSApp] for MPAN "A"
      And the Incoming Supplier's records show the status message <code> about its IF-031 [MSApp] for MPAN "A" as an exception

      Examples:
        | case         | code    | why                                    |
        | mpan-missing | MSG1037 | because the DIP does not know the MPAN |
        | nobody-found | MSG1038 | because the DIP finds no recipient     |

    @MQ-BP001-327 @role:MSS @segment:S @kind:fault @assumes:status-shown
    Scenario Outline: The Metering Service shows that its answer reached nobody, <why>
      Given the DIP will take the next IF-034 [MSAppSPResponse] for MPAN "A" from the proposed Metering Service and report <code> by status message
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = A, SP000
      And the proposed Metering Service takes the status message <code> about its IF-034 [MSAppSPResponse] for MPAN "A"
      And the Registration Service sends no IF-035 [MSAppAccepted] for MPAN "A"
      And the proposed Metering Service sends no second IF-034 [MSAppSPResponse] for MPAN "A"
      And the proposed Metering Service's records show the status message <code> about its IF-034 [MSAppSPResponse] for MPAN "A" as an exception

      Examples:
        | case         | code    | why                                    |
        | mpan-missing | MSG1037 | because the DIP does not know the MPAN |
        | nobody-found | MSG1038 | because the DIP finds no recipient     |

    @MQ-BP001-330 @role:SUP @segment:S @kind:security
    Scenario Outline: The Incoming Supplier refuses a publication with <what>
      Given the DIP will also send the Incoming Supplier a copy of the next IF-035 [MSAppAccepted] for MPAN "A" with <what>
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier refuses the spoilt copy of IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" once

      Examples:
        | case        | what                      |
        | schema      | a broken schema           |
        | signature   | a wrong signature         |
        | environment | a foreign environment tag |

    @MQ-BP001-331 @role:MSS @segment:S @kind:security
    Scenario Outline: The Metering Service refuses a request with <what>
      Given the DIP will also send the proposed Metering Service a copy of the next IF-033 [MSAppSPRequest] for MPAN "A" with <what>
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service refuses the spoilt copy of IF-033 [MSAppSPRequest] for MPAN "A"
      And the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = A, SP000
      And the proposed Metering Service sends no second IF-034 [MSAppSPResponse] for MPAN "A"

      Examples:
        | case        | what                      |
        | schema      | a broken schema           |
        | signature   | a wrong signature         |
        | environment | a foreign environment tag |

    @MQ-BP001-332 @role:REGS @segment:S @kind:security
    Scenario Outline: Registration refuses a proposal that arrives with <what>
      Given the DIP will also send the Registration Service a copy of the next IF-031 [MSApp] for MPAN "A" with <what>
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Registration Service refuses the spoilt copy of IF-031 [MSApp] for MPAN "A"
      And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Registration Service sends no second IF-032 [MSAppInitialResp] for MPAN "A"

      Examples:
        | case        | what                      |
        | schema      | a broken schema           |
        | signature   | a wrong signature         |
        | environment | a foreign environment tag |

    @MQ-BP001-333 @role:SUP @segment:S @kind:fault @assumes:batch-items-apart
    Scenario Outline: Of several publications in one call the Incoming Supplier refuses the one with <what>
      Given MPAN "B" is Smart, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "B" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "B"
      And the DIP holds what it has for the Incoming Supplier about MPAN "A"
      And the DIP holds what it has for the Incoming Supplier about MPAN "B"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Metering Service to MPAN "B" from the SSD
      And the DIP delivers to the Incoming Supplier in one call:
        | message                | MPAN | with   |
        | IF-035 [MSAppAccepted] | A    |        |
        | IF-035 [MSAppAccepted] | A    | <what> |
        | IF-035 [MSAppAccepted] | B    |        |
      Then the Incoming Supplier refuses the spoilt copy of IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" once
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "B" as accepted
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "B" once

      Examples:
        | case        | what                      |
        | schema      | a broken schema           |
        | environment | a foreign environment tag |

    @MQ-BP001-334 @role:MSS @segment:S @kind:fault @assumes:batch-items-apart
    Scenario Outline: Of several requests in one call the Metering Service refuses the one with <what>
      Given MPAN "B" is Smart, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "B" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "B"
      And the DIP holds what it has for the proposed Metering Service about MPAN "A"
      And the DIP holds what it has for the proposed Metering Service about MPAN "B"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Metering Service to MPAN "B" from the SSD
      And the DIP delivers to the proposed Metering Service in one call:
        | message                 | MPAN | with   |
        | IF-033 [MSAppSPRequest] | A    |        |
        | IF-033 [MSAppSPRequest] | A    | <what> |
        | IF-033 [MSAppSPRequest] | B    |        |
      Then the proposed Metering Service refuses the spoilt copy of IF-033 [MSAppSPRequest] for MPAN "A"
      And the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = A, SP000
      And the proposed Metering Service sends no second IF-034 [MSAppSPResponse] for MPAN "A"
      And the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "B" with B007 = A, SP000
      And the proposed Metering Service sends no second IF-034 [MSAppSPResponse] for MPAN "B"

      Examples:
        | case        | what                      |
        | schema      | a broken schema           |
        | environment | a foreign environment tag |

    @MQ-BP001-335 @role:REGS @segment:S @kind:fault @assumes:batch-items-apart
    Scenario Outline: Of several proposals in one call Registration refuses the one with <what>
      Given MPAN "B" is Smart, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "B" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "B"
      And the DIP holds what it has for the Registration Service about MPAN "A"
      And the DIP holds what it has for the Registration Service about MPAN "B"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Metering Service to MPAN "B" from the SSD
      And the DIP delivers to the Registration Service in one call:
        | message        | MPAN | with   |
        | IF-031 [MSApp] | A    |        |
        | IF-031 [MSApp] | A    | <what> |
        | IF-031 [MSApp] | B    |        |
      Then the Registration Service refuses the spoilt copy of IF-031 [MSApp] for MPAN "A"
      And the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = A
      And the Registration Service sends no second IF-032 [MSAppInitialResp] for MPAN "A"
      And the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "B" with R0 responseCode = A
      And the Registration Service sends no second IF-032 [MSAppInitialResp] for MPAN "B"

      Examples:
        | case        | what                      |
        | schema      | a broken schema           |
        | environment | a foreign environment tag |

    @MQ-BP001-336 @segment:S @kind:fault @needs:dayArrives
    Scenario Outline: A copy that is delivered twice is booked once by <receiver>
      Given the DIP will deliver the next IF-036 [MSAppActive] for MPAN "A" to <receiver> twice
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then <receiver> receives IF-036 [MSAppActive] for MPAN "A"
      And <receiver>'s records show the proposed Metering Service of MPAN "A" as active
      And <receiver>'s records show the proposed Metering Service of MPAN "A" once

      @role:LDSO
      Examples:
        | case    | receiver             |
        | network | the Network Operator |

      @role:MDS
      Examples:
        | case       | receiver                     |
        | settlement | the Market-wide Data Service |

      @role:EES
      Examples:
        | case    | receiver            |
        | enquiry | the Enquiry Service |

    @MQ-BP001-337 @segment:S @kind:security @needs:dayArrives
    Scenario Outline: <receiver> refuses a copy with <what>
      Given the DIP will also send <receiver> a copy of the next IF-036 [MSAppActive] for MPAN "A" with <what>
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then <receiver> refuses the spoilt copy of IF-036 [MSAppActive] for MPAN "A"
      And <receiver>'s records show the proposed Metering Service of MPAN "A" as active
      And <receiver>'s records show the proposed Metering Service of MPAN "A" once

      @role:LDSO
      Examples:
        | case                | receiver             | what                      |
        | network-schema      | the Network Operator | a broken schema           |
        | network-signature   | the Network Operator | a wrong signature         |
        | network-environment | the Network Operator | a foreign environment tag |

      @role:MDS
      Examples:
        | case                   | receiver                     | what                      |
        | settlement-schema      | the Market-wide Data Service | a broken schema           |
        | settlement-signature   | the Market-wide Data Service | a wrong signature         |
        | settlement-environment | the Market-wide Data Service | a foreign environment tag |

      @role:EES
      Examples:
        | case                | receiver            | what                      |
        | enquiry-schema      | the Enquiry Service | a broken schema           |
        | enquiry-signature   | the Enquiry Service | a wrong signature         |
        | enquiry-environment | the Enquiry Service | a foreign environment tag |

  Rule: A traditional meter

    @MQ-BP001-060 @role:SUP @role:REGS @role:MSS:incumbent @segment:S @kind:positive
    Scenario: The incumbent Metering Service of a traditional meter is told to send meter details
      Given MPAN "A" is Traditional, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to              | message                  | order   | with                                               |
        | 1 | SUP (incoming) | REGS            | IF-031 [MSApp]           |         |                                                    |
        | 2 | MSS (proposed) | REGS            | IF-034 [MSAppSPResponse] | after 1 | B007 = A, SP000                                    |
        | 3 | REGS           | SUP (incoming)  | IF-035 [MSAppAccepted]   | after 2 |                                                    |
        | 4 | REGS           | MSS (incumbent) | IF-035 [IMS-SendMTD]     | after 2 | B070 proposedMeteringServiceDIPID = MSS (proposed) |
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted

  Rule: An Advanced MPAN

    @MQ-BP001-042 @role:SUP @role:REGS @role:MSA @role:MSA:incumbent @role:ADS @role:ADS:incumbent @segment:A @kind:positive @needs:dayArrives
    Scenario: The Incoming Supplier appoints services of the advanced segment, and they take over on the SSD
      Given MPAN "A" is Advanced, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                  | order   | with                                                                               |
        | 1 | SUP (incoming) | REGS           | IF-031 [MSApp]           |         | B070 appointmentScenario = COS; B070 proposedMeteringServiceDIPID = MSA (proposed) |
        | 2 | REGS           | MSA (proposed) | IF-033 [MSAppSPRequest]  | after 1 | B070 = as in 1                                                                     |
        | 3 | MSA (proposed) | REGS           | IF-034 [MSAppSPResponse] | after 2 | B007 = A, SP000; B070 = as in 2                                                    |
        | 4 | REGS           | SUP (incoming) | IF-035 [MSAppAccepted]   | after 3 | B007 responseCode = A                                                              |
        | 5 | SUP (incoming) | REGS           | IF-031 [DSApp]           |         | B071 appointmentScenario = COS; B071 proposedDataServiceDIPID = ADS (proposed)     |
        | 6 | REGS           | ADS (proposed) | IF-033 [DSAppSPRequest]  | after 5 | B071 = as in 5                                                                     |
        | 7 | ADS (proposed) | REGS           | IF-034 [DSAppSPResponse] | after 6 | B007 = A, SP000; B071 = as in 6                                                    |
        | 8 | REGS           | SUP (incoming) | IF-035 [DSAppAccepted]   | after 7 | B007 responseCode = A                                                              |
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then the proposed Metering Service receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceEffectiveFromDate = SSD
      And the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceEffectiveFromDate = SSD
      And the outgoing Metering Service receives IF-037 [MSDeApp] for MPAN "A" with B008 deAppointmentReasonCode = CSUPP
      And the outgoing Data Service receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSUPP
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as active
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as active
      And the outgoing Metering Service's records show the outgoing Metering Service of MPAN "A" as ended
      And the outgoing Data Service's records show the outgoing Data Service of MPAN "A" as ended

  Rule: An Unmetered MPAN

    @MQ-BP001-043 @role:SUP @role:REGS @role:UMSO @role:UMSO:incumbent @role:UMSDS @role:UMSDS:incumbent @segment:U @kind:positive @needs:dayArrives
    Scenario: The Incoming Supplier appoints services of unmetered supplies, and they take over on the SSD
      Given MPAN "A" is Unmetered, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from             | to               | message                  | order   | with                                                                                |
        | 1 | SUP (incoming)   | REGS             | IF-031 [MSApp]           |         | B070 appointmentScenario = COS; B070 proposedMeteringServiceDIPID = UMSO (proposed) |
        | 2 | REGS             | UMSO (proposed)  | IF-033 [MSAppSPRequest]  | after 1 | B070 = as in 1                                                                      |
        | 3 | UMSO (proposed)  | REGS             | IF-034 [MSAppSPResponse] | after 2 | B007 = A, SP000; B070 = as in 2                                                     |
        | 4 | REGS             | SUP (incoming)   | IF-035 [MSAppAccepted]   | after 3 | B007 responseCode = A                                                               |
        | 5 | SUP (incoming)   | REGS             | IF-031 [DSApp]           |         | B071 appointmentScenario = COS; B071 proposedDataServiceDIPID = UMSDS (proposed)    |
        | 6 | REGS             | UMSDS (proposed) | IF-033 [DSAppSPRequest]  | after 5 | B071 = as in 5                                                                      |
        | 7 | UMSDS (proposed) | REGS             | IF-034 [DSAppSPResponse] | after 6 | B007 = A, SP000; B071 = as in 6                                                     |
        | 8 | REGS             | SUP (incoming)   | IF-035 [DSAppAccepted]   | after 7 | B007 responseCode = A                                                               |
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then the proposed Metering Service receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceEffectiveFromDate = SSD
      And the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceEffectiveFromDate = SSD
      And the outgoing Metering Service receives IF-037 [MSDeApp] for MPAN "A" with B008 deAppointmentReasonCode = CSUPP
      And the outgoing Data Service receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSUPP
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as active
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as active
      And the outgoing Metering Service's records show the outgoing Metering Service of MPAN "A" as ended
      And the outgoing Data Service's records show the outgoing Data Service of MPAN "A" as ended

  Rule: British Summer Time

    @MQ-BP001-070 @role:SUP @role:REGS @role:MSS @segment:S @kind:timing @needs:dayArrives @assumes:effective-dates-local-midnight
    Scenario: In British Summer Time the SSD begins at the midnight that was agreed
      Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD on the next 22 June
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                  | order   | with                                                       |
        | 1 | SUP (incoming) | REGS           | IF-031 [MSApp]           |         | B070 proposedMeteringServiceDIPEffectiveFromDate = SSD     |
        | 2 | REGS           | MSS (proposed) | IF-033 [MSAppSPRequest]  | after 1 | B070 = as in 1                                             |
        | 3 | MSS (proposed) | REGS           | IF-034 [MSAppSPResponse] | after 2 | B070 proposedMeteringServiceDIPEffectiveFromDate = SSD     |
        | 4 | REGS           | SUP (incoming) | IF-035 [MSAppAccepted]   | after 3 |                                                            |
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from | to             | message                   | order   | with                                                 |
        | 1 | REGS | SUP (incoming) | IF-001 [ChangeOfSupplier] |         | B002 supplierEffectiveFromDate = SSD                 |
        | 2 | REGS | MSS (proposed) | IF-036 [MSAppActive]      | after 1 | B014 incomingMeteringServiceEffectiveFromDate = SSD  |
        | 3 | REGS | MSS (outgoing) | IF-037 [MSDeApp]          | after 1 | B008 meteringServiceEffectiveToDate = SSD            |
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as active
