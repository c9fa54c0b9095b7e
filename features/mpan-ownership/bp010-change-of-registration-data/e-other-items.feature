@process:BP010 @theme:mpan-ownership
Feature: BP010e Change of Registration Data - Other Misc.
  What else is registered of an MPAN: direction and metering, what the Supplier maintains, MPANs that belong together,
  contracts of the customer with a service itself, and what the Enquiry Service alone is told.

  Rule: Corrections of the network

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP010-410 @role:REGS @role:SUP @role:MSS:incumbent @role:SDS:incumbent @segment:S @kind:positive
    Scenario: A corrected energy direction reaches all who hold the MPAN
      When the Distributor's system changes the energy direction of MPAN "A", effective today with:
        | direction | E |
      Then these messages are exchanged for MPAN "A":
        |   | from | to                                                    | message                  | with                                                                                |
        | 1 | REGS | SUP, MSS (incumbent), SDS (incumbent), LDSO, MDS, EES | IF-018 [EnergyDirection] | B023 energyDirection = E; B023 connectionTypeEffectiveFromDate = the effective date |
      And the Registration Service sends no second IF-018 [EnergyDirection] for MPAN "A"
      And the Registration Service's records show B023 energyDirection = E for MPAN "A"
      And the Supplier's records show B023 energyDirection = E for MPAN "A"
      And the incumbent Metering Service's records show B023 energyDirection = E for MPAN "A"
      And the incumbent Data Service's records show B023 energyDirection = E for MPAN "A"

    @MQ-BP010-411 @role:LDSO @role:MDS @role:EES @segment:S @kind:positive
    Scenario: Network, settlement and enquiry take the corrected direction
      When the Distributor's system changes the energy direction of MPAN "A", effective today with:
        | direction | E |
      Then the Network Operator receives IF-018 [EnergyDirection] for MPAN "A" with B023 energyDirection = E
      And the Market-wide Data Service receives IF-018 [EnergyDirection] for MPAN "A" with B023 energyDirection = E
      And the Enquiry Service receives IF-018 [EnergyDirection] for MPAN "A" with B023 energyDirection = E
      And the Network Operator's records show B023 energyDirection = E for MPAN "A"
      And the Market-wide Data Service's records show B023 energyDirection = E for MPAN "A"
      And the Enquiry Service's records show B023 energyDirection = E for MPAN "A"

    @MQ-BP010-420 @role:REGS @role:SUP @role:MSS:incumbent @role:SDS:incumbent @segment:S @kind:positive @assumes:connection-type-segments
    Scenario: A corrected metered indicator reaches all, and the Supplier is told that the segment does not fit
      When the Distributor's system changes the metered indicator of MPAN "A" with:
        | metered | no |
      Then these messages are exchanged for MPAN "A":
        |   | from | to                                                    | message                       | order   | with                          | level  |
        | 1 | REGS | SUP, MSS (incumbent), SDS (incumbent), LDSO, MDS, EES | IF-018 [MUMIndicator]         |         | B023 meteredIndicator = false |        |
        | 2 | REGS | SUP, MSS (incumbent), SDS (incumbent)                 | IF-045 [InvalidMarketSegment] | after 1 |                               | should |
      And the Registration Service's records show B023 meteredIndicator = false for MPAN "A"
      And the Supplier's records show B023 meteredIndicator = false for MPAN "A"

    @MQ-BP010-430 @role:REGS @role:SUP @role:MSS:incumbent @role:SDS:incumbent @role:LDSO @role:MDS @role:EES @segment:S @kind:positive @assumes:connection-type-segments
    Scenario: Another connection type is told by Registration
      When the Distributor's system changes the connection type of MPAN "A" with:
        | connectionType | L |
      Then these messages are exchanged for MPAN "A":
        |   | from | to                                                    | message                       | order   | with                             | level  |
        | 1 | REGS | SUP, MSS (incumbent), SDS (incumbent), LDSO, MDS, EES | IF-043 [ConnectionTypeChange] |         | B023 connectionTypeIndicator = L | should |
        | 2 | REGS | SUP, MSS (incumbent), SDS (incumbent)                 | IF-045 [InvalidMarketSegment] | after 1 |                                  | should |
      And the Registration Service's records show B023 connectionTypeIndicator = L for MPAN "A"

    @MQ-BP010-440 @kind:positive
    Scenario Outline: The services of <an> MPAN take the corrected direction
      Given MPAN "B" is <kind>, import and energised, registered to the Supplier
      When the Distributor's system changes the energy direction of MPAN "B", effective today with:
        | direction | E |
      Then the incumbent Metering Service receives IF-018 [EnergyDirection] for MPAN "B" with B023 energyDirection = E
      And the incumbent Data Service receives IF-018 [EnergyDirection] for MPAN "B" with B023 energyDirection = E
      And the incumbent Metering Service's records show B023 energyDirection = E for MPAN "B"
      And the incumbent Data Service's records show B023 energyDirection = E for MPAN "B"

      @role:MSA:incumbent @role:ADS:incumbent @segment:A
      Examples:
        | case     | an          | kind     |
        | advanced | an Advanced | Advanced |

      @role:UMSO:incumbent @role:UMSDS:incumbent @segment:U
      Examples:
        | case      | an           | kind      |
        | unmetered | an Unmetered | Unmetered |

  Rule: What the Enquiry Service alone is told

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP010-450 @role:REGS @role:EES @segment:S @kind:positive
    Scenario: The Enquiry Service learns of a Green Deal
      When the Registration Service records a Green Deal for MPAN "A", effective 10 days ahead with:
        | to | 20 days ahead |
      Then these messages are exchanged for MPAN "A":
        |   | from | to  | message            | with                                                 |
        | 1 | REGS | EES | IF-050 [GreenDeal] | B080 greenDealEffectiveFromDate = the effective date |
      And the Registration Service sends no second IF-050 [GreenDeal] for MPAN "A"
      And the Enquiry Service's records show B080 greenDealEffectiveFromDate = the effective date for MPAN "A"

    @MQ-BP010-460 @role:REGS @role:EES @segment:S @kind:positive
    Scenario: The Enquiry Service takes the whole record of an MPAN again
      When the Registration Service sends the whole record of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from | to  | message             | with                                                                                 | level  |
        | 1 | REGS | EES | IF-051 [EESRefresh] | B026 marketSegmentIndicator = S; B085 currentSupplierDIPID = SUP; B079 RMPStatus = O | should |

  Rule: Items that the Supplier maintains

    @MQ-BP010-470 @segment:S @kind:positive @role:SUP @role:REGS @role:MSS:incumbent @role:SDS:incumbent
    Scenario Outline: <what> is accepted, and all who hold the MPAN learn of it
      Given MPAN "A" is <kind>, import and energised, registered to the Supplier
      When the Supplier <act> MPAN "A", effective today with:
        | <argument> | <said> |
      Then these messages are exchanged for MPAN "A":
        |   | from | to   | message          | order   | with                                                          | level |
        | 1 | SUP  | REGS | IF-025 [<event>] |         | <block> <item> = <value>; <block> <date> = the effective date |       |
        | 2 | REGS | SUP  | IF-026 [<event>] | after 1 | R0 responseCode = A; <block> = as in 1                        | must  |
      And the incumbent Metering Service receives IF-026 [<event>] for MPAN "A" with R0 responseCode = A
      And the incumbent Data Service receives IF-026 [<event>] for MPAN "A" with R0 responseCode = A
      And the Supplier sends no second IF-025 [<event>] for MPAN "A"
      And the Supplier's records show <block> <item> = <value> for MPAN "A"
      And the Registration Service's records show <block> <item> = <value> for MPAN "A"
      And the incumbent Metering Service's records show <block> <item> = <value> for MPAN "A"
      And the incumbent Data Service's records show <block> <item> = <value> for MPAN "A"

      Examples:
        | case    | what                       | kind        | act                                  | argument     | said | event              | block | item             | value | date                          |
        | display | What became of the display | Smart       | reports the in-home display of       | status       | D    | IHDInfo            | B030  | IHDInstallStatus | D     | IHDEffectiveFromDate          |
        | smso    | The operator of the meter  | Smart       | names the SMSO of                    | smso         | SMSO | SMSO               | B031  | SMSOID           | SMSO  | SMSOEffectiveFromDate         |
        | profile | Another Profile Class      | Traditional | changes the SSC and Profile Class of | profileClass | 02   | SSCandProfileClass | B032  | profileClass     | 02    | profileClassEffectiveFromDate |

    @MQ-BP010-471 @segment:S @kind:positive @role:LDSO @role:EES
    Scenario Outline: Network and enquiry take a copy of the item: <what>
      Given MPAN "A" is <kind>, import and energised, registered to the Supplier
      When the Supplier <act> MPAN "A", effective today
      Then the Network Operator receives IF-026 [<event>] for MPAN "A" with R0 responseCode = A
      And the Enquiry Service receives IF-026 [<event>] for MPAN "A" with R0 responseCode = A
      And the Network Operator's records show <block> <date> = the effective date for MPAN "A"
      And the Enquiry Service's records show <block> <date> = the effective date for MPAN "A"

      Examples:
        | case    | what          | kind        | act                                  | event              | block | date                          |
        | display | display       | Smart       | reports the in-home display of       | IHDInfo            | B030  | IHDEffectiveFromDate          |
        | smso    | SMSO          | Smart       | names the SMSO of                    | SMSO               | B031  | SMSOEffectiveFromDate         |
        | profile | Profile Class | Traditional | changes the SSC and Profile Class of | SSCandProfileClass | B032  | profileClassEffectiveFromDate |

    @MQ-BP010-472 @segment:S @kind:negative @mode:handles @role:SUP
    Scenario Outline: Registration refuses the item with <code>, and the Supplier sends it again
      Given MPAN "A" is <kind>, import and energised, registered to the Supplier
      And the Registration Service will refuse the next IF-025 [<event>] for MPAN "A" with <code>
      When the Supplier <act> MPAN "A", effective 3 days ago with:
        | <argument> | <said> |
      Then the Supplier receives IF-026 [<event>] for MPAN "A" with R0 responseCode = R, <code>
      And the Supplier's records show <before> for MPAN "A"
      When the Supplier <act> MPAN "A", effective today with:
        | <argument> | <said> |
      Then the Supplier receives IF-026 [<event>] for MPAN "A" with R0 responseCode = A
      And the Supplier's records show <after> for MPAN "A"

      Examples:
        | case    | kind        | act                                  | argument     | said | event              | code    | before                    | after                     |
        | display | Smart       | reports the in-home display of       | status       | D    | IHDInfo            | REG1096 | B030 IHDInstallStatus = I | B030 IHDInstallStatus = D |
        | smso    | Smart       | names the SMSO of                    | smso         | SMSO | SMSO               | REG1023 | B031 is absent            | B031 SMSOID = SMSO        |
        | profile | Traditional | changes the SSC and Profile Class of | profileClass | 02   | SSCandProfileClass | REG1088 | B032 profileClass = 01    | B032 profileClass = 02    |

    @MQ-BP010-480 @segment:S @kind:negative @mode:enforces @role:REGS @assumes:standing-data-invented
    Scenario Outline: Registration refuses <what>
      Given MPAN "A" is <kind>, import and energised, registered to the Supplier
      When the Supplier <act> MPAN "A", effective today with:
        | <argument> | <said> |
      Then the Registration Service sends IF-026 [<event>] for MPAN "A" with R0 responseCode = R, <code>
      And the Registration Service's records show <before> for MPAN "A"

      Examples:
        | case          | what                                           | kind        | act                                  | argument     | said | event              | code    | before                 |
        | smso          | an SMSO that it does not know                  | Smart       | names the SMSO of                    | smso         | SMSX | SMSO               | REG1023 | B031 is absent         |
        | no-ssc        | to take the SSC from a traditional meter       | Traditional | changes the SSC and Profile Class of | ssc          | none | SSCandProfileClass | REG1042 | B032 profileClass = 01 |
        | no-profile    | to take the Profile Class from such a meter    | Traditional | changes the SSC and Profile Class of | profileClass | none | SSCandProfileClass | REG1043 | B032 profileClass = 01 |
        | other-ssc     | an SSC that standing data does not have        | Traditional | changes the SSC and Profile Class of | ssc          | 7777 | SSCandProfileClass | REG1044 | B032 SSC = 0393        |
        | other-profile | a Profile Class that standing data do not have | Traditional | changes the SSC and Profile Class of | profileClass | 00   | SSCandProfileClass | REG1045 | B032 profileClass = 01 |

    @MQ-BP010-481 @segment:S @kind:negative @mode:enforces @role:REGS
    Scenario: Registration refuses a Profile Class whose date is not later than that which it holds
      Given MPAN "A" is Traditional, import and energised, registered to the Supplier
      When the Supplier changes the SSC and Profile Class of MPAN "A", effective 3 days ago
      Then the Registration Service sends IF-026 [SSCandProfileClass] for MPAN "A" with R0 responseCode = A
      When the Supplier changes the SSC and Profile Class of MPAN "A", effective 3 days ago with:
        | profileClass | 04 |
      Then the Registration Service sends IF-026 [SSCandProfileClass] for MPAN "A" with R0 responseCode = R, REG1041
      And the Registration Service's records show B032 profileClass = 02 for MPAN "A"

    @MQ-BP010-490 @kind:positive
    Scenario Outline: The services of <an> MPAN take an item of the Supplier
      Given MPAN "A" is <kind>, import and energised, registered to the Supplier
      When the Supplier changes the SSC and Profile Class of MPAN "A", effective today with:
        | ssc          | none |
        | profileClass | 02   |
      Then the incumbent Metering Service receives IF-026 [SSCandProfileClass] for MPAN "A" with R0 responseCode = A
      And the incumbent Data Service receives IF-026 [SSCandProfileClass] for MPAN "A" with R0 responseCode = A
      And the incumbent Metering Service's records show B032 profileClass = 02 for MPAN "A"
      And the incumbent Data Service's records show B032 profileClass = 02 for MPAN "A"

      @role:MSA:incumbent @role:ADS:incumbent @segment:A
      Examples:
        | case     | an          | kind     |
        | advanced | an Advanced | Advanced |
