@theme:dip
Feature: Large bodies
  A call may be larger than 100 kB. The DIP may send it at once, or ask first with Expect: 100-continue.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-910 @segment:S @kind:fault @assumes:large-bodies
  Scenario Outline: A publication <how> is taken by <party>
    Given the DIP will deliver the next <message> for MPAN "A" to <party> <how>
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "A" once

    @role:SUP
    Examples:
      | case            | party                 | message                | how                                                        |
      | supplier-plain  | the Incoming Supplier | IF-035 [MSAppAccepted] | in a body of more than 100 kB                              |
      | supplier-expect | the Incoming Supplier | IF-035 [MSAppAccepted] | in a body of more than 100 kB, asking first whether it may |

    @role:MSS
    Examples:
      | case           | party                         | message                 | how                           |
      | metering-plain | the proposed Metering Service | IF-033 [MSAppSPRequest] | in a body of more than 100 kB |

    @role:REGS
    Examples:
      | case                | party                    | message        | how                                                        |
      | registration-expect | the Registration Service | IF-031 [MSApp] | in a body of more than 100 kB, asking first whether it may |
