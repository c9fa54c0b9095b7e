@theme:dip
Feature: Replay and requeue
  Who was away asks the DIP for what it has missed: to bring it to the webhook again (requeue), or to answer with it
  (replay). The replay indicator is set then; what was booked before is not booked again.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-510 @segment:S @kind:fault @needs:requestRequeue
  Scenario Outline: What <party> has missed is brought again when it asks, and booked once
    Given the DIP will deliver the next <message> for MPAN "A" to <party> while it is away
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then <sender> sends <message> for MPAN "A"
    When <party> asks the DIP to requeue <message> for MPAN "A"
    Then <party> receives <message> for MPAN "A" with D0 replayIndicator = true
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "A" once

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

  @MQ-DIP-520 @segment:S @kind:fault @needs:requestRequeue
  Scenario Outline: What <party> asks for again though it had it is booked once
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    When <party> asks the DIP to requeue <message> for MPAN "A"
    Then <party> receives <message> for MPAN "A" with D0 replayIndicator = true
    And <party> sends no second <answer> for MPAN "A"
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

  @MQ-DIP-530 @role:SUP @segment:S @kind:fault @needs:requestReplay
  Scenario: The Incoming Supplier reads what it missed and books it
    Given the DIP will deliver the next IF-035 [MSAppAccepted] for MPAN "A" to the Incoming Supplier while it is away
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Registration Service sends IF-035 [MSAppAccepted] for MPAN "A"
    When the Incoming Supplier asks the DIP to replay IF-035 [MSAppAccepted] for MPAN "A"
    Then the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as accepted
    And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" once

  @MQ-DIP-540 @role:REGS @segment:S @kind:fault
  Scenario: A proposal that first comes as a replay is handled by the Registration Service
    Given the DIP will deliver the next IF-031 [MSApp] for MPAN "A" to the Registration Service as a replay
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = A
    And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"

  @MQ-DIP-550 @segment:S @kind:fault
  Scenario Outline: A publication that is replayed unasked is booked once by <party>
    Given the DIP will deliver the next <message> for MPAN "A" to <party> and replay it
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "A" once

    @role:MSS
    Examples:
      | case     | party                         | message                 |
      | metering | the proposed Metering Service | IF-033 [MSAppSPRequest] |

    @role:REGS
    Examples:
      | case         | party                    | message        |
      | registration | the Registration Service | IF-031 [MSApp] |
