@theme:dip
Feature: Status messages
  What goes wrong after a message was accepted comes back as a status message: from the DIP, which found nobody to bring
  it to, or from a recipient that refused it later.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

  @MQ-DIP-410 @role:REGS @segment:S @kind:negative @mode:handles @assumes:status-shown
  Scenario Outline: The Registration Service shows that its message reached nobody and was answered <code>
    Given the DIP will take the next IF-035 [MSAppAccepted] for MPAN "A" from the Registration Service and report <code> by status message
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then the Registration Service sends IF-035 [MSAppAccepted] for MPAN "A" with B007 responseCode = A
    And the Registration Service takes the status message <code> about its IF-035 [MSAppAccepted] for MPAN "A"
    And the Registration Service sends no second IF-035 [MSAppAccepted] for MPAN "A"
    And the Registration Service's records show the status message <code> about its IF-035 [MSAppAccepted] for MPAN "A" as an exception

    Examples:
      | case         | code    |
      | mpan-missing | MSG1037 |
      | nobody-found | MSG1038 |

  @MQ-DIP-420 @segment:S @kind:negative @mode:handles @assumes:status-shown
  Scenario Outline: A refusal with <code> that a recipient sends later is shown by <party>
    When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
    Then <recipient> receives <message> for MPAN "A"
    When <recipient> reports <code> about the <message> for MPAN "A" afterwards
    Then <party> takes the status message <code> about its <message> for MPAN "A"
    And <party> sends no second <message> for MPAN "A"
    And <party>'s records show the status message <code> about its <message> for MPAN "A" as an exception

    @role:SUP
    Examples:
      | case     | party                 | recipient                | message        | code    |
      | supplier | the Incoming Supplier | the Registration Service | IF-031 [MSApp] | RCP1062 |

    @role:MSS
    Examples:
      | case     | party                         | recipient                | message                  | code    |
      | metering | the proposed Metering Service | the Registration Service | IF-034 [MSAppSPResponse] | RCP1063 |

    @role:REGS
    Examples:
      | case         | party                    | recipient                     | message                 | code    |
      | registration | the Registration Service | the proposed Metering Service | IF-033 [MSAppSPRequest] | RCP1061 |
