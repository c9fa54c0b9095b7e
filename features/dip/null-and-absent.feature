@theme:dip
Feature: Null and absent
  Most items must be there and may be null. A recipient takes null where null is allowed; a sender writes null and
  leaves nothing out.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-950 @segment:S @kind:fault
  Scenario Outline: A publication whose items are null where they may be is taken by <party>
    Given the DIP will deliver the next <message> for MPAN "A" to <party> with null wherever it may stand
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "A" once

    @role:SUP
    Examples:
      | case     | party                 | message                |
      | supplier | the Incoming Supplier | IF-035 [MSAppAccepted] |

    @role:MSS
    Examples:
      | case     | party                         | message                 |
      | metering | the proposed Metering Service | IF-033 [MSAppSPRequest] |

    @role:REGS
    Examples:
      | case         | party                    | message        |
      | registration | the Registration Service | IF-031 [MSApp] |

  @MQ-DIP-960 @role:SUP @role:MSS @role:REGS @segment:S @kind:positive
  Scenario: Senders write null where they have nothing to say
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Incoming Supplier leaves nothing out of IF-031 [MSApp] for MPAN "A"
    And the Registration Service leaves nothing out of IF-032 [MSAppInitialResp] for MPAN "A"
    And the Registration Service leaves nothing out of IF-033 [MSAppSPRequest] for MPAN "A"
    And the proposed Metering Service leaves nothing out of IF-034 [MSAppSPResponse] for MPAN "A"
