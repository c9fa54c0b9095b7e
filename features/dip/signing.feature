@theme:dip
Feature: Signing
  The signature of a call covers method, address, date and the hash of the body. What was changed on the way, or is not
  signed by the DIP, is refused with RCP9999 and has no effect.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-110 @segment:S @kind:negative @mode:enforces @assumes:bad-publication-refused
  Scenario Outline: A body that was changed after signing is refused with RCP9999 by <party>
    Given the DIP will also send <party> a copy of the next <message> for MPAN "A" with a body that was changed after signing
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then <party> refuses the spoilt copy of <message> for MPAN "A" with RCP9999
    And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
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
