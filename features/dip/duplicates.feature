@theme:dip
Feature: Duplicates
  A delivery may come again: its answer was lost, or it stands twice in a call. The transaction id tells; what it brings
  is booked and answered once.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-710 @segment:S @kind:fault
  Scenario Outline: A publication that stands twice in one call is booked once by <party>
    Given the DIP holds what it has for <party> about MPAN "A"
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    And the DIP delivers to <party> in one call:
      | message   | MPAN | with |
      | <message> | A    |      |
      | <message> | A    |      |
    Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And <party> sends no second <answer> for MPAN "A"
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "A" once

    @role:SUP
    Examples:
      | case     | party                 | message                | answer         |
      | supplier | the Incoming Supplier | IF-035 [MSAppAccepted] | IF-031 [MSApp] |

    @role:MSS
    Examples:
      | case     | party                         | message                 | answer                   |
      | metering | the proposed Metering Service | IF-033 [MSAppSPRequest] | IF-034 [MSAppSPResponse] |

    @role:REGS
    Examples:
      | case         | party                    | message        | answer                    |
      | registration | the Registration Service | IF-031 [MSApp] | IF-032 [MSAppInitialResp] |

  @MQ-DIP-720 @segment:S @kind:fault
  Scenario Outline: A call that was cut off comes again and is booked once by <party>
    Given the DIP will deliver the next <message> for MPAN "A" to <party> over a connection that breaks
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
