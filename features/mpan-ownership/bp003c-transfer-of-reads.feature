@process:BP003C @theme:mpan-ownership
Feature: BP003C Transfer of Reads - Change of Data Service
  The outgoing Data Service passes the reading at which the MPAN changed hands to the service that succeeds it. An
  Advanced Data Service may also ask the DIP for the consumption of before.

  Rule: A Smart MPAN

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the incumbent Data Service receives IF-037 [DSDeApp] for MPAN "A" with B011 incomingDataServiceDIPID = SDS (proposed)

    @MQ-BP003C-010 @role:REGS @role:SUP @role:SDS:incumbent @segment:S @kind:positive @needs:dayArrives @needs:sendReading
    Scenario: The outgoing Data Service sends its last reading to the one that succeeds it
      When the incumbent Data Service sends a reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from            | to                  | message             | order   | with                                                                                                                                   |
        | 1 | REGS            | SDS (incumbent)     | IF-037 [DSDeApp]    |         | B011 incomingDataServiceDIPID = SDS (proposed); B011 incomingDataServiceEffectiveFromDate = the effective date                         |
        | 2 | SDS (incumbent) | SDS (proposed), SUP | IF-041 [ReadingCOS] | after 1 | A0 primaryRecipients = SDS (proposed); B064 readingMethod = A; B064 cumulativeRegisterReadingDateTime = the effective date             |

    @MQ-BP003C-030 @role:REGS @role:SDS:incumbent @segment:S @kind:positive @needs:dayArrives @needs:sendReading
    Scenario: The successor changes, and the outgoing Data Service sends its reading to the new one
      When the Registration Service tells the outgoing Data Service who succeeds it for MPAN "A" with:
        | successor | the other Data Service |
      Then the incumbent Data Service receives IF-037 [DSDeAppUpdate] for MPAN "A" with B011 incomingDataServiceDIPID = SDS (another)
      When the incumbent Data Service sends a reading of MPAN "A"
      Then the incumbent Data Service sends IF-041 [ReadingCOS] for MPAN "A" with A0 primaryRecipients = SDS (another)

    @MQ-BP003C-040 @role:SDS:incumbent @role:SUP @segment:S @kind:positive @needs:dayArrives @needs:sendEstimate
    Scenario: For want of a reading the outgoing Data Service sends an estimate
      When the incumbent Data Service sends an estimated reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from            | to                  | message             | order | level  | with                                                                                                                       |
        | 1 | SDS (incumbent) | SDS (proposed), SUP | IF-041 [DSEstimate] |       | should | A0 primaryRecipients = SDS (proposed); B064 readingMethod = E; B064 cumulativeRegisterReadingDateTime = the effective date |

    @MQ-BP003C-310 @role:SDS @segment:S @kind:fault @needs:dayArrives
    Scenario: A reading that comes twice is booked once by the Data Service that takes over
      Given the DIP will deliver the next IF-041 [ReadingCOS] for MPAN "A" to the proposed Data Service twice
      When the incumbent Data Service sends a reading of MPAN "A"
      Then the proposed Data Service receives IF-041 [ReadingCOS] for MPAN "A"
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" once

    @MQ-BP003C-330 @role:SDS @segment:S @kind:security @needs:dayArrives
    Scenario Outline: The Data Service that takes over refuses a reading with <what>
      Given the DIP will also send the proposed Data Service a copy of the next IF-041 [ReadingCOS] for MPAN "A" with <what>
      When the incumbent Data Service sends a reading of MPAN "A"
      Then the proposed Data Service refuses the spoilt copy of IF-041 [ReadingCOS] for MPAN "A"
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" once

      Examples:
        | case        | what                      |
        | schema      | a broken schema           |
        | environment | a foreign environment tag |

  Rule: A Smart MPAN whose outgoing Data Service sends nothing

    @MQ-BP003C-050 @role:SDS @role:MDR @segment:S @kind:positive @needs:dayArrives @needs:askReading
    Scenario: Without a reading of its predecessor the Data Service has its retriever read the meter
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      When the Supplier proposes a Data Service to MPAN "A", effective 10 days ahead with:
        | scenario  | CSP                      |
        | retriever | the Meter Data Retriever |
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the proposed Data Service receives IF-062 [MDRStartResponse] for MPAN "A" with R0 responseCode = A
      When the proposed Data Service asks the retriever for a reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                   | order   | with                              |
        | 1 | SDS (proposed) | MDR (proposed) | IF-065 [MDRInstantaneous] |         |                                   |
        | 2 | MDR (proposed) | SDS (proposed) | IF-065 [ReadingRemote]    | after 1 | B065 is absent |

  Rule: An Advanced MPAN

    @MQ-BP003C-020 @role:REGS @role:SUP @role:ADS:incumbent @segment:A @kind:positive @needs:dayArrives @needs:sendReading
    Scenario: The outgoing Advanced Data Service sends its last reading to the one that succeeds it
      Given MPAN "A" is Advanced, import and energised, registered to the Supplier
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the incumbent Data Service receives IF-037 [DSDeApp] for MPAN "A"
      When the incumbent Data Service sends a reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from            | to                  | message             | order   | with                                                                                                                       |
        | 1 | REGS            | ADS (incumbent)     | IF-037 [DSDeApp]    |         | B011 incomingDataServiceDIPID = ADS (proposed)                                                                             |
        | 2 | ADS (incumbent) | ADS (proposed), SUP | IF-041 [ReadingCOS] | after 1 | A0 primaryRecipients = ADS (proposed); B064 readingMethod = A; B064 cumulativeRegisterReadingDateTime = the effective date |

    @MQ-BP003C-060 @role:ADS @segment:A @kind:positive @needs:dayArrives @needs:askPastConsumption
    Scenario: The Advanced Data Service that takes over asks the DIP for the consumption of before
      Given MPAN "A" is Advanced, import and energised, registered to the Supplier
      When the incumbent Data Service sends the consumption of MPAN "A"
      Then the Market-wide Data Service receives IF-021 [ActivePower] for MPAN "A"
      When the Market-wide Data Service refuses the consumption of MPAN "A" with:
        | code | ECS1002 |
      Then the Supplier receives IF-014 [ActivePowerRejected] for MPAN "A" with R0 responseCode = R, ECS1002
      When the incumbent Data Service sends the consumption of MPAN "A" with:
        | event | ReactivePower |
      Then the Market-wide Data Service receives IF-021 [ReactivePower] for MPAN "A"
      When the Market-wide Data Service makes up the consumption of MPAN "A"
      Then the incumbent Data Service receives IF-013 [ActivePowerDefaulted] for MPAN "A"
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A"
      When the proposed Data Service asks for the past consumption of MPAN "A"
      Then the proposed Data Service sends IF-015 [ConsumptionReplay] for MPAN "A"
      And the proposed Data Service receives IF-016 [ActivePower] for MPAN "A" with S2 senderDIPID = ADS (incumbent); R1 responseCode = A
      And the proposed Data Service receives IF-016 [ReactivePower] for MPAN "A" with S2 senderDIPID = ADS (incumbent); R1 responseCode = A
      And the proposed Data Service receives IF-016 [ActivePowerRejected] for MPAN "A" with S2 senderDIPID = MDS; R0 = R, ECS1002; R1 responseCode = A
      And the proposed Data Service receives IF-016 [ActivePowerDefaulted] for MPAN "A" with S2 senderDIPID = MDS; R1 responseCode = A

    @MQ-BP003C-110 @role:ADS @segment:A @kind:negative @mode:handles @needs:dayArrives @needs:askPastConsumption
    Scenario: The DIP has no consumption of before, and says so
      Given MPAN "A" is Advanced, import and energised, registered to the Supplier
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A"
      When the proposed Data Service asks for the past consumption of MPAN "A"
      Then the proposed Data Service receives IF-016 [ConsumptionRequestRejected] for MPAN "A" with R1 responseCode = R
      And the proposed Data Service sends no second IF-015 [ConsumptionReplay] for MPAN "A"

    @MQ-BP003C-120 @role:ADS @segment:A @kind:negative @mode:handles @needs:askPastConsumption
    Scenario: A Data Service that is not active yet is refused the consumption of before
      Given MPAN "A" is Advanced, import and energised, registered to the Supplier
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the proposed Data Service asks for the past consumption of MPAN "A"
      Then the proposed Data Service receives IF-016 [ConsumptionRequestRejected] for MPAN "A" with R1 responseCode = R
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as accepted
