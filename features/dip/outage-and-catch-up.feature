@theme:dip
Feature: Outage and catch-up
  While the DIP is out, or asks for patience, a party keeps what it has to send and sends it afterwards with the sender
  unique reference that it had. What waited on the other side is booked once.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-810 @segment:S @kind:fault @assumes:repeat-time @assumes:repeat-keeps-reference
  Scenario Outline: What the DIP cannot take is kept by <party> and sent afterwards
    Given the DIP takes nothing from <party> about MPAN "A"
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the DIP answers <message> for MPAN "A" from <party> with 503
    When the DIP takes messages from <party> about MPAN "A" again
    Then <party> sends <message> for MPAN "A" within repeat
    And <party> keeps the reference of <message> for MPAN "A"
    And <party> sends no second <message> for MPAN "A"
    And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"

    @role:SUP
    Examples:
      | case     | party                 | message        |
      | supplier | the Incoming Supplier | IF-031 [MSApp] |

    @role:MSS
    Examples:
      | case     | party                         | message                  |
      | metering | the proposed Metering Service | IF-034 [MSAppSPResponse] |

    @role:REGS
    Examples:
      | case         | party                    | message                   |
      | registration | the Registration Service | IF-032 [MSAppInitialResp] |

  @MQ-DIP-820 @segment:S @kind:fault
  Scenario Outline: What waited for <party> during an outage is booked once
    Given MPAN "B" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "B" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "B"
    And the DIP brings nothing to <party> about MPAN "A"
    And the DIP brings nothing to <party> about MPAN "B"
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    And the Incoming Supplier appoints its Metering Service to MPAN "B" from the SSD
    Then <sender> sends <message> for MPAN "A"
    And <sender> sends <message> for MPAN "B"
    When the DIP brings messages to <party> about MPAN "A" again
    And the DIP brings messages to <party> about MPAN "B" again
    Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "B"
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "A" once
    And <party>'s records show the proposed Metering Service of MPAN "B" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "B" once

    @role:SUP
    Examples:
      | case     | party                 | message                | sender                   |
      | supplier | the Incoming Supplier | IF-035 [MSAppAccepted] | the Registration Service |

    @role:MSS
    Examples:
      | case     | party                         | message                 | sender                   |
      | metering | the proposed Metering Service | IF-033 [MSAppSPRequest] | the Registration Service |

    @role:REGS
    Examples:
      | case         | party                    | message        | sender                |
      | registration | the Registration Service | IF-031 [MSApp] | the Incoming Supplier |

  @MQ-DIP-830 @segment:S @kind:fault @assumes:repeat-time @assumes:retry-after
  Scenario Outline: When the DIP asks for time with <status>, it is waited for by <party>
    Given the DIP will answer the next <message> for MPAN "A" from <party> with <status> and ask for 1 second of patience
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the DIP answers <message> for MPAN "A" from <party> with <status>
    And <party> sends <message> for MPAN "A" within repeat
    And <party> has waited with <message> for MPAN "A" as long as it was asked to
    And <party> sends no second <message> for MPAN "A"

    @role:SUP
    Examples:
      | case         | party                 | message        | status |
      | supplier-429 | the Incoming Supplier | IF-031 [MSApp] | 429    |
      | supplier-503 | the Incoming Supplier | IF-031 [MSApp] | 503    |

    @role:MSS
    Examples:
      | case         | party                         | message                  | status |
      | metering-503 | the proposed Metering Service | IF-034 [MSAppSPResponse] | 503    |

    @role:REGS
    Examples:
      | case             | party                    | message                   | status |
      | registration-429 | the Registration Service | IF-032 [MSAppInitialResp] | 429    |
