@theme:dip
Feature: Several messages in one call
  The DIP brings what waits for one recipient and channel together. Each publication of a call is judged by itself, and
  the answer has an item for each.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-310 @segment:S @kind:positive
  Scenario Outline: Several publications of one call are each taken by <party>
    Given MPAN "B" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "B" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "B"
    And the DIP holds what it has for <party> about MPAN "A"
    And the DIP holds what it has for <party> about MPAN "B"
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    And the Incoming Supplier appoints its Metering Service to MPAN "B" from the SSD
    And the DIP delivers to <party> in one call:
      | message   | MPAN | with |
      | <message> | A    |      |
      | <message> | B    |      |
    Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "B"
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "A" once
    And <party>'s records show the proposed Metering Service of MPAN "B" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "B" once

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

  @MQ-DIP-320 @segment:S @kind:negative @mode:enforces @assumes:batch-items-apart @assumes:bad-publication-refused
  Scenario Outline: Of several publications the first is refused with <code> by <party>, and the others are taken
    Given MPAN "B" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "B" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "B"
    And the DIP holds what it has for <party> about MPAN "A"
    And the DIP holds what it has for <party> about MPAN "B"
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    And the Incoming Supplier appoints its Metering Service to MPAN "B" from the SSD
    And the DIP delivers to <party> in one call:
      | message   | MPAN | with   |
      | <message> | A    | <what> |
      | <message> | A    |        |
      | <message> | B    |        |
    Then <party> refuses the spoilt copy of <message> for MPAN "A" with <code>
    And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "B"
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "A" once
    And <party>'s records show the proposed Metering Service of MPAN "B" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "B" once

    @role:MSS
    Examples:
      | case     | party                         | message                 | what            | code    |
      | metering | the proposed Metering Service | IF-033 [MSAppSPRequest] | a broken schema | RCP1001 |

    @role:REGS
    Examples:
      | case         | party                    | message        | what                      | code    |
      | registration | the Registration Service | IF-031 [MSApp] | a foreign environment tag | RCP1004 |
