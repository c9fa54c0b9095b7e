@process:BP010 @theme:mpan-ownership
Feature: BP010c Change of Registration Data - Domestic Indicator
  CSS passes on that premises are a home, or no longer one. Outside a switch Registration tells all who hold the MPAN; in
  a switch the flag goes with what the switch brings.

  Rule: No switch is open

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP010-210 @role:REGS @role:SUP @role:MSS:incumbent @role:SDS:incumbent @segment:S @kind:positive
    Scenario: A change of the domestic premises indicator reaches all who hold the MPAN
      When CSS changes the domestic premise indicator of MPAN "A", effective today with:
        | domestic | no |
      Then these messages are exchanged for MPAN "A":
        |   | from | to                                                    | message             | with                                                                                                       |
        | 1 | REGS | SUP, MSS (incumbent), SDS (incumbent), LDSO, MDS, EES | IF-018 [DomPremInd] | B028 domesticPremiseIndicator = false; B028 domesticPremiseIndicatorEffectiveFromDate = the effective date |
      And the Registration Service sends no second IF-018 [DomPremInd] for MPAN "A"
      And the Registration Service's records show B028 domesticPremiseIndicator = false for MPAN "A"
      And the Supplier's records show B028 domesticPremiseIndicator = false for MPAN "A"
      And the incumbent Metering Service's records show B028 domesticPremiseIndicator = false for MPAN "A"
      And the incumbent Data Service's records show B028 domesticPremiseIndicator = false for MPAN "A"
      And the incumbent Data Service's records show the incumbent Data Service of MPAN "A" as active

    @MQ-BP010-220 @role:LDSO @role:MDS @role:EES @segment:S @kind:positive
    Scenario: Network, settlement and enquiry take the indicator
      When CSS changes the domestic premise indicator of MPAN "A", effective today with:
        | domestic | no |
      Then the Network Operator receives IF-018 [DomPremInd] for MPAN "A" with B028 domesticPremiseIndicator = false
      And the Market-wide Data Service receives IF-018 [DomPremInd] for MPAN "A" with B028 domesticPremiseIndicator = false
      And the Enquiry Service receives IF-018 [DomPremInd] for MPAN "A" with B028 domesticPremiseIndicator = false
      And the Network Operator's records show B028 domesticPremiseIndicator = false for MPAN "A"
      And the Market-wide Data Service's records show B028 domesticPremiseIndicator = false for MPAN "A"
      And the Enquiry Service's records show B028 domesticPremiseIndicator = false for MPAN "A"

    @MQ-BP010-230 @role:REGS @role:SUP @segment:S @kind:positive @assumes:consent-by-segment
    Scenario: The consent of a home does not hold for a business, and the Supplier mends it
      When the Supplier changes the HH data consent of MPAN "A", effective today with:
        | granularity | N |
      Then the Supplier receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A
      When CSS changes the domestic premise indicator of MPAN "A" with:
        | domestic | no |
      Then these messages are exchanged for MPAN "A":
        |   | from | to  | message                            | order   | with                                  | level  |
        | 1 | REGS | SUP | IF-018 [DomPremInd]                |         | B028 domesticPremiseIndicator = false |        |
        | 2 | REGS | SUP | IF-045 [ConsentGranularityInvalid] | after 1 |                                       | should |
      When the Supplier changes the HH data consent of MPAN "A", effective today with:
        | granularity | H |
      Then the Supplier receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A
      And the Supplier's records show B068 consentGranularity = H for MPAN "A"

    @MQ-BP010-240 @role:SUP @segment:S @kind:negative @mode:handles
    Scenario: A Data Service that does not serve such premises refuses the next appointment
      Given the proposed Data Service will refuse the next IF-033 [DSAppSPRequest] for MPAN "A" with SP010
      When CSS changes the domestic premise indicator of MPAN "A", effective today with:
        | domestic | no |
      Then the Supplier receives IF-018 [DomPremInd] for MPAN "A" with B028 domesticPremiseIndicator = false
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppRejected] for MPAN "A" with B007 = R, SP010
      And the Supplier's records show the proposed Data Service of MPAN "A" as refused
      And the Supplier's records show the incumbent Data Service of MPAN "A" as active

  Rule: A switch is open

    @MQ-BP010-250 @role:REGS @role:SUP @role:SDS @segment:S @kind:positive @needs:dayArrives
    Scenario: In a switch the indicator goes with the new supplier and its services
      Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When CSS changes the domestic premise indicator of MPAN "A" with:
        | domestic | no |
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from | to             | message                   | order   | with                                  |
        | 1 | REGS | SUP (incoming) | IF-001 [ChangeOfSupplier] |         | B004 domesticPremiseIndicator = false |
        | 2 | REGS | SDS (proposed) | IF-036 [DSAppActive]      | after 1 | B028 domesticPremiseIndicator = false |
      And the Registration Service sends no IF-018 [DomPremInd] for MPAN "A"
      And the proposed Data Service's records show B028 domesticPremiseIndicator = false for MPAN "A"

  Rule: Other segments

    @MQ-BP010-260 @kind:positive
    Scenario Outline: The services of <an> MPAN take the indicator
      Given MPAN "A" is <kind>, import and energised, registered to the Supplier
      When CSS changes the domestic premise indicator of MPAN "A", effective today with:
        | domestic | yes |
      Then the incumbent Metering Service receives IF-018 [DomPremInd] for MPAN "A" with B028 domesticPremiseIndicator = true
      And the incumbent Data Service receives IF-018 [DomPremInd] for MPAN "A" with B028 domesticPremiseIndicator = true
      And the incumbent Metering Service's records show B028 domesticPremiseIndicator = true for MPAN "A"
      And the incumbent Data Service's records show B028 domesticPremiseIndicator = true for MPAN "A"

      @role:MSA:incumbent @role:ADS:incumbent @segment:A
      Examples:
        | case     | an          | kind     |
        | advanced | an Advanced | Advanced |

      @role:UMSO:incumbent @role:UMSDS:incumbent @segment:U
      Examples:
        | case      | an           | kind      |
        | unmetered | an Unmetered | Unmetered |
