@theme:dip
Feature: Case of keys
  The DIP takes keys in any case and publishes them in the published one. A sender had better write them so.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-980 @role:SUP @role:MSS @role:REGS @segment:S @kind:positive
  Scenario: Senders write keys in the published case
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And the Incoming Supplier writes the keys of IF-031 [MSApp] for MPAN "A" in the published case
    And the Registration Service writes the keys of IF-032 [MSAppInitialResp] for MPAN "A" in the published case
    And the proposed Metering Service writes the keys of IF-034 [MSAppSPResponse] for MPAN "A" in the published case
