@theme:dip
Feature: Order
  The DIP brings what it has for one recipient and channel in order, and promises no order across channels or after a
  retry. A publication that was overtaken leads to the same end.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-610 @segment:S @kind:fault
  Scenario Outline: A publication that was overtaken leads to the same end for <party>
    Given the DIP will deliver the next <message> for MPAN "A" to <party> after a later one
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
    Then <party> receives <message> for MPAN "A"
    And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "A" once

    @role:SUP
    Examples:
      | case     | party                 | message                   |
      | supplier | the Incoming Supplier | IF-032 [MSAppInitialResp] |

    @role:REGS
    Examples:
      | case         | party                    | message        |
      | registration | the Registration Service | IF-031 [MSApp] |

  @MQ-DIP-620 @role:MSS @segment:S @kind:fault
  Scenario: A request that was overtaken by one about another MPAN is answered
    Given MPAN "B" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "B" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "B"
    And the DIP will deliver the next IF-033 [MSAppSPRequest] for MPAN "A" to the proposed Metering Service after a later one
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    And the Incoming Supplier appoints its Metering Service to MPAN "B" from the SSD
    Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "B" with B007 = A, SP000
    And the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = A, SP000
    And the proposed Metering Service sends no second IF-034 [MSAppSPResponse] for MPAN "A"
