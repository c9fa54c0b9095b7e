@process:BP010 @theme:mpan-ownership
Feature: BP010b Change of Registration Data - HH Data Consent
  The Supplier records how finely its customer lets data be read. Registration takes the consent and tells all who hold
  the MPAN, or refuses it to the Supplier alone; the Data Service has the meter read accordingly.

  Rule: A Smart MPAN

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP010-110 @role:SUP @role:REGS @role:MSS:incumbent @role:SDS:incumbent @segment:S @kind:positive
    Scenario: A consent is accepted, and all who hold the MPAN learn of it
      When the Supplier changes the HH data consent of MPAN "A", effective today with:
        | granularity | D |
      Then these messages are exchanged for MPAN "A":
        |   | from | to   | message                     | order   | with                                                                                       | level |
        | 1 | SUP  | REGS | IF-025 [ConsentGranularity] |         | B068 consentGranularity = D; B068 consentGranularityEffectiveFromDate = the effective date |       |
        | 2 | REGS | SUP  | IF-026 [ConsentGranularity] | after 1 | R0 responseCode = A; B068 = as in 1                                                        | must  |
      And the incumbent Metering Service receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A
      And the incumbent Data Service receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A
      And the Supplier sends no second IF-025 [ConsentGranularity] for MPAN "A"
      And the Supplier's records show B068 consentGranularity = D for MPAN "A"
      And the Registration Service's records show B068 consentGranularity = D for MPAN "A"
      And the incumbent Metering Service's records show B068 consentGranularity = D for MPAN "A"
      And the incumbent Data Service's records show B068 consentGranularity = D for MPAN "A"

    @MQ-BP010-111 @role:LDSO @role:EES @segment:S @kind:positive
    Scenario: Network and enquiry take a copy of the consent
      When the Supplier changes the HH data consent of MPAN "A", effective today with:
        | granularity | M |
      Then the Network Operator receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A; B068 consentGranularity = M
      And the Enquiry Service receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A; B068 consentGranularity = M
      And the Network Operator's records show B068 consentGranularity = M for MPAN "A"
      And the Enquiry Service's records show B068 consentGranularity = M for MPAN "A"

    @MQ-BP010-120 @role:REGS @segment:S @kind:timing @needs:dayArrives
    Scenario: A consent for a later day holds from that day on
      When the Supplier changes the HH data consent of MPAN "A", effective 10 days ahead with:
        | granularity | D |
      Then the Registration Service sends IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A; B068 consentGranularityEffectiveFromDate = the effective date
      And the Registration Service's records show B068 consentGranularity = H for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the Registration Service's records show B068 consentGranularity = D for MPAN "A"

    @MQ-BP010-130 @role:SDS:incumbent @role:MDR @segment:S @kind:positive
    Scenario: The Data Service has its retriever read the meter as finely as the new consent lets it
      When the incumbent Data Service changes the retriever of MPAN "A" with:
        | retriever | MDR (proposed) |
      Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A" with B099 responseCode = A
      When the DCC accepts the retriever of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message                   | order   | with                        | level  |
        | 1 | SDS (incumbent) | MDR (proposed)  | IF-061 [MDRStart]         |         | B068 consentGranularity = H | should |
        | 2 | MDR (proposed)  | SDS (incumbent) | IF-062 [MDRStartResponse] | after 1 | R0 responseCode = A         | should |
      When the Supplier changes the HH data consent of MPAN "A", effective today with:
        | granularity | D |
      Then these messages are exchanged for MPAN "A":
        |   | from            | to                              | message                     | order   | with                                             | level  |
        | 1 | SUP             | REGS                            | IF-025 [ConsentGranularity] |         | B068 consentGranularity = D                      |        |
        | 2 | REGS            | SDS (incumbent), MDR (proposed) | IF-026 [ConsentGranularity] | after 1 | R0 responseCode = A; B068 consentGranularity = D |        |
        | 3 | SDS (incumbent) | MDR (proposed)                  | IF-061 [MDRStart]           | after 2 | B068 consentGranularity = D                      | should |
        | 4 | MDR (proposed)  | SDS (incumbent)                 | IF-062 [MDRStartResponse]   | after 3 | R0 responseCode = A                              | should |

    @MQ-BP010-140 @role:SUP @segment:S @kind:negative @mode:handles
    Scenario Outline: Registration refuses the consent with <code>, and the Supplier sends another
      Given the Registration Service will refuse the next IF-025 [ConsentGranularity] for MPAN "A" with <code>
      When the Supplier changes the HH data consent of MPAN "A", effective today with:
        | granularity | D |
      Then the Supplier receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = R, <code>
      And the Supplier's records show B068 consentGranularity = H for MPAN "A"
      When the Supplier changes the HH data consent of MPAN "A", effective today with:
        | granularity | M |
      Then the Supplier receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A
      And the Supplier's records show B068 consentGranularity = M for MPAN "A"

      Examples:
        | case         | code    |
        | not-allowed  | REG1022 |
        | too-old      | REG1024 |
        | other-switch | REG0005 |

    @MQ-BP010-150 @role:REGS @role:SUP @segment:S @kind:positive @assumes:consent-by-segment
    Scenario: A consent that no longer goes with the premises is pointed out to the Supplier
      When the Supplier changes the HH data consent of MPAN "A", effective today with:
        | granularity | N |
      Then the Supplier receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A
      When CSS changes the domestic premise indicator of MPAN "A" with:
        | domestic | no |
      Then these messages are exchanged for MPAN "A":
        |   | from | to  | message                            | order   | with                                  | level  |
        | 1 | REGS | SUP | IF-018 [DomPremInd]                |         | B028 domesticPremiseIndicator = false |        |
        | 2 | REGS | SUP | IF-045 [ConsentGranularityInvalid] | after 1 |                                       | should |

  Rule: Other segments

    @MQ-BP010-160 @kind:positive
    Scenario Outline: The services of <an> MPAN take the consent
      Given MPAN "A" is <kind>, import and energised, registered to the Supplier
      When the Supplier changes the HH data consent of MPAN "A", effective today with:
        | granularity | H |
      Then the incumbent Metering Service receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A
      And the incumbent Data Service receives IF-026 [ConsentGranularity] for MPAN "A" with R0 responseCode = A
      And the incumbent Metering Service's records show B068 consentGranularityEffectiveFromDate = the effective date for MPAN "A"
      And the incumbent Data Service's records show B068 consentGranularityEffectiveFromDate = the effective date for MPAN "A"

      @role:MSA:incumbent @role:ADS:incumbent @segment:A
      Examples:
        | case     | an          | kind     |
        | advanced | an Advanced | Advanced |

      @role:UMSO:incumbent @role:UMSDS:incumbent @segment:U
      Examples:
        | case      | an           | kind      |
        | unmetered | an Unmetered | Unmetered |

  Rule: An MPAN that depends on another

    @MQ-BP010-170 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses the consent of <what>
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is <kind>, <how> to MPAN "A"
      When the Supplier changes the HH data consent of MPAN "B", effective today with:
        | granularity | D |
      Then the Registration Service sends IF-026 [ConsentGranularity] for MPAN "B" with R0 responseCode = R, <code>
      And the Registration Service's records show B068 consentGranularity = H for MPAN "B"

      Examples:
        | case          | what                     | kind                        | how     | code    |
        | linked-export | a linked export MPAN     | Smart, export and energised | linked  | REG1038 |
        | secondary     | a related secondary MPAN | Smart, import and energised | related | REG1039 |
