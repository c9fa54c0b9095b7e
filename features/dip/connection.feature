@theme:dip
Feature: Connection to the DIP
  Every connection is made with a client certificate and a key, in both directions: a party shows its own to the DIP,
  and the webhook of a party lets in the DIP and nobody else.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-010 @role:SUP @role:MSS @role:REGS @segment:S @kind:positive
  Scenario: Each party speaks and listens with its own certificate and key
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And the DIP takes every call of the Incoming Supplier about MPAN "A"
    And the DIP takes every call of the Registration Service about MPAN "A"
    And the DIP takes every call of the proposed Metering Service about MPAN "A"
    And the Incoming Supplier signs IF-031 [MSApp] for MPAN "A" with its own certificate
    And the Registration Service signs IF-033 [MSAppSPRequest] for MPAN "A" with its own certificate
    And the proposed Metering Service signs IF-034 [MSAppSPResponse] for MPAN "A" with its own certificate

  @MQ-DIP-020 @segment:S @kind:negative @mode:enforces @assumes:bad-publication-refused
  Scenario Outline: The webhook of <party> does not open to <what>
    Given the DIP will also send <party> a copy of the next <message> for MPAN "A" with <what>
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then <party> refuses the spoilt copy of <message> for MPAN "A"
    And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
    And <party>'s records show the proposed Metering Service of MPAN "A" as accepted
    And <party>'s records show the proposed Metering Service of MPAN "A" once

    @role:SUP
    Examples:
      | case              | party                 | message                | what                          |
      | supplier-stranger | the Incoming Supplier | IF-035 [MSAppAccepted] | the certificate of a stranger |
      | supplier-expired  | the Incoming Supplier | IF-035 [MSAppAccepted] | an expired certificate        |

    @role:MSS
    Examples:
      | case              | party                         | message                 | what                          |
      | metering-stranger | the proposed Metering Service | IF-033 [MSAppSPRequest] | the certificate of a stranger |

    @role:REGS
    Examples:
      | case                 | party                    | message        | what                   |
      | registration-expired | the Registration Service | IF-031 [MSApp] | an expired certificate |
