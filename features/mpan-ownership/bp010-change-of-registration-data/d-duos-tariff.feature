@process:BP010 @theme:mpan-ownership
Feature: BP010d Change of Registration Data - Loss ID Factor
  The network assigns another DUoS tariff, which stands for the loss class of before. All who hold the MPAN are told from
  when it applies.

  Background:
    Given MPAN "A" is Smart, import and energised, registered to the Supplier

  @MQ-BP010-310 @role:REGS @role:SUP @role:MSS:incumbent @role:SDS:incumbent @segment:S @kind:positive
  Scenario: Another DUoS tariff reaches all who hold the MPAN
    When the Distributor's system changes the DUoS tariff of MPAN "A", effective today with:
      | tariff | 002 |
    Then these messages are exchanged for MPAN "A":
      |   | from | to                                                    | message                  | with                                                                             |
      | 1 | REGS | SUP, MSS (incumbent), SDS (incumbent), LDSO, MDS, EES | IF-018 [DUOSTariffIDChg] | B024 DUOSTariffID = 002; B024 DUOSTariffIDEffectiveFromDate = the effective date |
    And the Registration Service sends no second IF-018 [DUOSTariffIDChg] for MPAN "A"
    And the Registration Service's records show B024 DUOSTariffID = 002 for MPAN "A"
    And the Supplier's records show B024 DUOSTariffID = 002 for MPAN "A"
    And the incumbent Metering Service's records show B024 DUOSTariffID = 002 for MPAN "A"
    And the incumbent Data Service's records show B024 DUOSTariffID = 002 for MPAN "A"

  @MQ-BP010-320 @role:LDSO @role:MDS @role:EES @segment:S @kind:positive
  Scenario: Network, settlement and enquiry take the tariff
    When the Distributor's system changes the DUoS tariff of MPAN "A", effective today with:
      | tariff | 002 |
    Then the Network Operator receives IF-018 [DUOSTariffIDChg] for MPAN "A" with B024 DUOSTariffID = 002
    And the Market-wide Data Service receives IF-018 [DUOSTariffIDChg] for MPAN "A" with B024 DUOSTariffID = 002
    And the Enquiry Service receives IF-018 [DUOSTariffIDChg] for MPAN "A" with B024 DUOSTariffID = 002
    And the Network Operator's records show B024 DUOSTariffIDEffectiveFromDate = the effective date for MPAN "A"
    And the Market-wide Data Service's records show B024 DUOSTariffID = 002 for MPAN "A"
    And the Enquiry Service's records show B024 DUOSTariffID = 002 for MPAN "A"

  @MQ-BP010-330 @role:REGS @segment:S @kind:timing @needs:dayArrives
  Scenario: A tariff for a later day holds from that day on
    When the Distributor's system changes the DUoS tariff of MPAN "A", effective 10 days ahead with:
      | tariff | 002 |
    Then the Registration Service sends IF-018 [DUOSTariffIDChg] for MPAN "A" with B024 DUOSTariffIDEffectiveFromDate = the effective date
    And the Registration Service's records show B024 DUOSTariffID = 001 for MPAN "A"
    When the effective date of MPAN "A" arrives
    Then the Registration Service's records show B024 DUOSTariffID = 002 for MPAN "A"

  @MQ-BP010-340 @role:REGS @segment:S @kind:negative @mode:handles @assumes:status-shown
  Scenario Outline: A recipient that cannot use the tariff says so later with <code>, and Registration shows it
    When the Distributor's system changes the DUoS tariff of MPAN "A", effective today with:
      | tariff | 002 |
    Then the Market-wide Data Service receives IF-018 [DUOSTariffIDChg] for MPAN "A"
    When the Market-wide Data Service reports <code> about the IF-018 [DUOSTariffIDChg] for MPAN "A" afterwards
    Then the Registration Service takes the status message <code> about its IF-018 [DUOSTariffIDChg] for MPAN "A"
    And the Registration Service sends no second IF-018 [DUOSTariffIDChg] for MPAN "A"
    And the Registration Service's records show the status message <code> about its IF-018 [DUOSTariffIDChg] for MPAN "A" as an exception

    Examples:
      | case         | code    |
      | unknown      | RCP1022 |
      | not-together | RCP1023 |
