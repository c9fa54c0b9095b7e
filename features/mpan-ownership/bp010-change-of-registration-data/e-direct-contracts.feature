@process:BP010 @theme:mpan-ownership
Feature: BP010e Change of Registration Data - Direct contracts
  A customer may contract with a service itself. The service records the contract and its end with Registration, which
  tells the next supplier of it.

  @MQ-BP010-610 @kind:positive
  Scenario Outline: <who> records a direct contract and ends it
    Given MPAN "A" is <kind>, import and energised, registered to the Supplier
    When the incumbent Metering Service records a direct contract for MPAN "A" with:
      | to | 300 days ahead |
    Then these messages are exchanged for MPAN "A":
      |   | from       | to         | message                      | order   | with                                                         |
      | 1 | <position> | REGS       | IF-038 [DirectContractMSAdd] |         | B020 customerDirectContractMeteringServiceDIPID = <position> |
      | 2 | REGS       | <position> | IF-039 [DirectContractMSAdd] | after 1 | R0 responseCode = A; B020 = as in 1                          |
    And the incumbent Metering Service sends no second IF-038 [DirectContractMSAdd] for MPAN "A"
    And the incumbent Metering Service's records show B020 customerDirectContractMeteringServiceDIPID = <position> for MPAN "A"
    And the Registration Service's records show B006 customerDirectContractMeteringServiceDIPID = <position> for MPAN "A"
    When the incumbent Metering Service removes the direct contract for MPAN "A"
    Then these messages are exchanged for MPAN "A":
      |   | from       | to         | message                         | order   | with                |
      | 1 | <position> | REGS       | IF-038 [DirectContractMSRemove] |         |                     |
      | 2 | REGS       | <position> | IF-039 [DirectContractMSRemove] | after 1 | R0 responseCode = A |
    And the incumbent Metering Service's records show B020 is absent for MPAN "A"
    And the Registration Service's records show B006 is absent for MPAN "A"

    @role:REGS @role:MSS:incumbent @segment:S
    Examples:
      | case  | who                        | kind  | position        |
      | smart | The smart Metering Service | Smart | MSS (incumbent) |

    @role:REGS @role:MSA:incumbent @segment:A
    Examples:
      | case     | who                           | kind     | position        |
      | advanced | The advanced Metering Service | Advanced | MSA (incumbent) |

    @role:REGS @role:UMSO:incumbent @segment:U
    Examples:
      | case      | who                             | kind      | position         |
      | unmetered | The Unmetered Supplies Operator | Unmetered | UMSO (incumbent) |

  @MQ-BP010-620 @kind:positive
  Scenario Outline: <who> records a direct contract and ends it
    Given MPAN "A" is <kind>, import and energised, registered to the Supplier
    When the incumbent Data Service records a direct contract for MPAN "A" with:
      | to | 300 days ahead |
    Then these messages are exchanged for MPAN "A":
      |   | from       | to         | message                      | order   | with                                                     |
      | 1 | <position> | REGS       | IF-038 [DirectContractDSAdd] |         | B021 customerDirectContractDataServiceDIPID = <position> |
      | 2 | REGS       | <position> | IF-039 [DirectContractDSAdd] | after 1 | R0 responseCode = A; B021 = as in 1                      |
    And the incumbent Data Service sends no second IF-038 [DirectContractDSAdd] for MPAN "A"
    And the incumbent Data Service's records show B021 customerDirectContractDataServiceDIPID = <position> for MPAN "A"
    And the Registration Service's records show B006 customerDirectContractDataServiceDIPID = <position> for MPAN "A"
    When the incumbent Data Service removes the direct contract for MPAN "A"
    Then these messages are exchanged for MPAN "A":
      |   | from       | to         | message                         | order   | with                |
      | 1 | <position> | REGS       | IF-038 [DirectContractDSRemove] |         |                     |
      | 2 | REGS       | <position> | IF-039 [DirectContractDSRemove] | after 1 | R0 responseCode = A |
    And the incumbent Data Service's records show B021 is absent for MPAN "A"
    And the Registration Service's records show B006 is absent for MPAN "A"

    @role:REGS @role:SDS:incumbent @segment:S
    Examples:
      | case  | who                    | kind  | position        |
      | smart | The Smart Data Service | Smart | SDS (incumbent) |

    @role:REGS @role:ADS:incumbent @segment:A
    Examples:
      | case     | who                       | kind     | position        |
      | advanced | The Advanced Data Service | Advanced | ADS (incumbent) |

    @role:REGS @role:UMSDS:incumbent @segment:U
    Examples:
      | case      | who                                 | kind      | position          |
      | unmetered | The Unmetered Supplies Data Service | Unmetered | UMSDS (incumbent) |

  @MQ-BP010-630 @role:REGS @role:SUP @segment:S @kind:positive
  Scenario: The next supplier is told of a direct contract
    Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
    When the incumbent Metering Service records a direct contract for MPAN "A"
    Then the incumbent Metering Service receives IF-039 [DirectContractMSAdd] for MPAN "A" with R0 responseCode = A
    Given a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
    Then the Incoming Supplier receives IF-002 [GainMPANInfo] for MPAN "A" with B006 customerDirectContractMeteringServiceDIPID = MSS (incumbent)
    When CSS secures the switch of MPAN "A"
    Then the Incoming Supplier receives IF-001 [ChangeOfSupplier] for MPAN "A" with B006 customerDirectContractMeteringServiceDIPID = MSS (incumbent)
    And the Incoming Supplier's records show B006 customerDirectContractMeteringServiceDIPID = MSS (incumbent) for MPAN "A"

  @MQ-BP010-640 @kind:negative @mode:handles
  Scenario Outline: Registration refuses the direct contract of <party> with <code>, and it holds none
    Given MPAN "A" is <kind>, import and energised, registered to the Supplier
    And the Registration Service will refuse the next IF-038 [<event>] for MPAN "A" with <code>
    When <party> records a direct contract for MPAN "A"
    Then <party> receives IF-039 [<event>] for MPAN "A" with R0 responseCode = R, <code>
    And <party> sends no second IF-038 [<event>] for MPAN "A"
    And <party>'s records show <block> is absent for MPAN "A"

    @role:MSS:incumbent @segment:S
    Examples:
      | case           | kind  | party                          | event               | block | code    |
      | smart-metering | Smart | the incumbent Metering Service | DirectContractMSAdd | B020  | REG1073 |

    @role:MSA:incumbent @segment:A
    Examples:
      | case              | kind     | party                          | event               | block | code    |
      | advanced-metering | Advanced | the incumbent Metering Service | DirectContractMSAdd | B020  | REG1073 |

    @role:UMSO:incumbent @segment:U
    Examples:
      | case               | kind      | party                          | event               | block | code    |
      | unmetered-metering | Unmetered | the incumbent Metering Service | DirectContractMSAdd | B020  | REG1072 |

    @role:SDS:incumbent @segment:S
    Examples:
      | case       | kind  | party                      | event               | block | code    |
      | smart-data | Smart | the incumbent Data Service | DirectContractDSAdd | B021  | REG1073 |

    @role:ADS:incumbent @segment:A
    Examples:
      | case          | kind     | party                      | event               | block | code    |
      | advanced-data | Advanced | the incumbent Data Service | DirectContractDSAdd | B021  | REG1073 |

    @role:UMSDS:incumbent @segment:U
    Examples:
      | case           | kind      | party                      | event               | block | code    |
      | unmetered-data | Unmetered | the incumbent Data Service | DirectContractDSAdd | B021  | REG1072 |

  @MQ-BP010-650 @role:REGS @segment:S @kind:negative @mode:enforces
  Scenario: Registration refuses to end a direct contract that there is not
    Given MPAN "A" is Smart, import and energised, registered to the Supplier
    When the incumbent Metering Service removes the direct contract for MPAN "A"
    Then the Registration Service sends IF-039 [DirectContractMSRemove] for MPAN "A" with R0 responseCode = R, REG1074

  @MQ-BP010-651 @role:REGS @segment:S @kind:negative @mode:enforces
  Scenario Outline: Registration refuses a direct contract <what>
    Given MPAN "A" is Smart, import and energised, registered to the Supplier
    When <party> records a direct contract for MPAN "A" with:
      | owner | <owner> |
    Then the Registration Service sends IF-039 [<event>] for MPAN "A" with R0 responseCode = R, <code>
    And the Registration Service's records show B006 is absent for MPAN "A"

    Examples:
      | case           | what                                | party                          | owner          | event               | code    |
      | not-appointed  | of a service that is not appointed  | the proposed Metering Service  | MSS (proposed) | DirectContractMSAdd | REG1075 |
      | other-metering | that names another Metering Service | the incumbent Metering Service | MSS (another)  | DirectContractMSAdd | REG1076 |
      | other-data     | that names another Data Service     | the incumbent Data Service     | SDS (another)  | DirectContractDSAdd | REG1076 |
