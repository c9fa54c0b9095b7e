@theme:dip
Feature: Addressing
  A sender names the primary recipients of a message where it knows them. The DIP works out the secondary ones and those
  that always get a copy, and fills them in before it publishes.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-210 @role:SUP @role:MSS @role:REGS @segment:S @kind:positive @assumes:primary-recipients-known
  Scenario: Senders name recipients that the DIP knows and that may get the message
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then these messages are exchanged for MPAN "A":
      |   | from           | to             | message                   | order   | with                                   |
      | 1 | SUP (incoming) | REGS           | IF-031 [MSApp]            |         |                                        |
      | 2 | REGS           | SUP (incoming) | IF-032 [MSAppInitialResp] | after 1 | A0 primaryRecipients = SUP (incoming)  |
      | 3 | REGS           | MSS (proposed) | IF-033 [MSAppSPRequest]   | after 1 | A0 primaryRecipients = MSS (proposed)  |
      | 4 | MSS (proposed) | REGS           | IF-034 [MSAppSPResponse]  | after 3 |                                        |
      | 5 | REGS           | SUP (incoming) | IF-035 [MSAppAccepted]    | after 4 | A0 primaryRecipients = SUP (incoming)  |
    And the Incoming Supplier addresses IF-031 [MSApp] for MPAN "A" as published
    And the Registration Service addresses IF-033 [MSAppSPRequest] for MPAN "A" as published
    And the proposed Metering Service addresses IF-034 [MSAppSPResponse] for MPAN "A" as published

  @MQ-DIP-220 @role:SUP @role:MSS @role:REGS @segment:S @kind:positive @needs:dayArrives
  Scenario: Recipients take the addresses that the DIP has filled in
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Registration Service receives IF-031 [MSApp] for MPAN "A" with A0 secondaryRecipients = REGS
    And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A" with A0 primaryRecipients = SUP (incoming)
    When CSS secures the switch of MPAN "A"
    And the SSD of MPAN "A" arrives
    Then the proposed Metering Service receives IF-036 [MSAppActive] for MPAN "A" with A0 always = MDS
    And the Incoming Supplier receives IF-036 [MSAppActive] for MPAN "A" with A0 secondaryRecipients = SUP (incoming)
    And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as active
    And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as active
