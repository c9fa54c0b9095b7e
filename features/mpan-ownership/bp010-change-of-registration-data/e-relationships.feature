@process:BP010 @theme:mpan-ownership
Feature: BP010e Change of Registration Data - MPANs that belong together
  The Supplier has export MPANs linked to an import MPAN, or secondary MPANs related to a primary one. Registration decides;
  what depends on another MPAN has the services of that one.

  Rule: Links and groups come and go

    @MQ-BP010-510 @segment:S @kind:positive @role:SUP @role:REGS @role:MSS:incumbent @role:SDS:incumbent
    Scenario: An export MPAN is linked to an import MPAN
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is Smart, export and energised, registered to the Supplier
      When the Supplier links exports to MPAN "A" with:
        | subsidiaries | MPAN "B" |
      Then these messages are exchanged for MPAN "A":
        |   | from | to   | message                           | order   | with                                                                                                                        | level |
        | 1 | SUP  | REGS | IF-019 [LinkedImportExportCreate] |         | M1 principalMPAN = MPAN "A"; B090List subsidiaryMPAN = MPAN "B"                                                             |       |
        | 2 | REGS | SUP  | IF-020 [LinkedImportExportCreate] | after 1 | R0 responseCode = A; B090List = as in 1; B907List linkedImportExportMPAN = MPAN "B"; B907List linkedMPANEnergyDirection = E | must  |
      And the incumbent Metering Service receives IF-020 [LinkedImportExportCreate] for MPAN "A" with R0 responseCode = A
      And the incumbent Data Service receives IF-020 [LinkedImportExportCreate] for MPAN "A" with R0 responseCode = A
      And the Supplier sends no second IF-019 [LinkedImportExportCreate] for MPAN "A"
      And the Registration Service's records show B035List linkedImportExportMPAN = MPAN "B" for MPAN "A"
      And the Supplier's records show B907List linkedImportExportMPAN = MPAN "B" for MPAN "A"
      And the incumbent Metering Service's records show B907List linkedImportExportMPAN = MPAN "B" for MPAN "A"
      And the incumbent Data Service's records show B907List linkedImportExportMPAN = MPAN "B" for MPAN "A"

    @MQ-BP010-511 @segment:S @kind:positive @role:LDSO @role:EES
    Scenario: Network and enquiry take a copy of the link
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is Smart, export and energised, registered to the Supplier
      When the Supplier links exports to MPAN "A" with:
        | subsidiaries | MPAN "B" |
      Then the Network Operator receives IF-020 [LinkedImportExportCreate] for MPAN "A" with R0 responseCode = A
      And the Enquiry Service receives IF-020 [LinkedImportExportCreate] for MPAN "A" with R0 responseCode = A
      And the Network Operator's records show B907List linkedImportExportMPAN = MPAN "B" for MPAN "A"
      And the Enquiry Service's records show B907List linkedImportExportMPAN = MPAN "B" for MPAN "A"

    @MQ-BP010-512 @segment:A @kind:positive @role:MSA:incumbent @role:ADS:incumbent
    Scenario: The services of an Advanced MPAN take the link
      Given MPAN "A" is Advanced, import and energised, registered to the Supplier
      And MPAN "B" is Advanced, export and energised, registered to the Supplier
      When the Supplier links exports to MPAN "A" with:
        | subsidiaries | MPAN "B" |
      Then the incumbent Metering Service receives IF-020 [LinkedImportExportCreate] for MPAN "A" with R0 responseCode = A
      And the incumbent Data Service receives IF-020 [LinkedImportExportCreate] for MPAN "A" with R0 responseCode = A
      And the incumbent Metering Service's records show B907List linkedImportExportMPAN = MPAN "B" for MPAN "A"
      And the incumbent Data Service's records show B907List linkedImportExportMPAN = MPAN "B" for MPAN "A"

    @MQ-BP010-520 @segment:S @kind:positive @role:SUP @role:REGS
    Scenario: A secondary MPAN is related to a primary one
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is Smart, import and energised, registered to the Supplier
      When the Supplier relates secondaries to MPAN "A" with:
        | subsidiaries | MPAN "B" |
      Then these messages are exchanged for MPAN "A":
        |   | from | to   | message                | order   | with                                                            | level |
        | 1 | SUP  | REGS | IF-019 [RelatedCreate] |         | M1 principalMPAN = MPAN "A"; B090List subsidiaryMPAN = MPAN "B" |       |
        | 2 | REGS | SUP  | IF-020 [RelatedCreate] | after 1 | R0 responseCode = A; B090List = as in 1                         | must  |
      And the incumbent Metering Service receives IF-020 [RelatedCreate] for MPAN "A" with R0 responseCode = A
      And the incumbent Data Service receives IF-020 [RelatedCreate] for MPAN "A" with R0 responseCode = A
      And the Supplier sends no second IF-019 [RelatedCreate] for MPAN "A"
      And the Registration Service's records show B037List secondaryMPAN = MPAN "B" for MPAN "A"

    @MQ-BP010-530 @segment:S @kind:positive @role:SUP @role:REGS
    Scenario Outline: Another MPAN joins: <what>
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is <kind>, <how> to MPAN "A"
      And MPAN "C" is <kind>, registered to the Supplier
      When the Supplier <act> MPAN "A" with:
        | subsidiaries | MPAN "C" |
      Then these messages are exchanged for MPAN "A":
        |   | from | to   | message          | order   | with                                    | level |
        | 1 | SUP  | REGS | IF-019 [<event>] |         | B090List subsidiaryMPAN = MPAN "C"      |       |
        | 2 | REGS | SUP  | IF-020 [<event>] | after 1 | R0 responseCode = A; B090List = as in 1 | must  |
      And the Supplier sends no second IF-019 [<event>] for MPAN "A"
      And the Registration Service's records show <held> = MPAN "B" for MPAN "A"
      And the Registration Service's records show <held> = MPAN "C" for MPAN "A"

      Examples:
        | case    | what                      | kind                        | how     | act                              | event                 | held                            |
        | linked  | another export of a link  | Smart, export and energised | linked  | adds exports to the link of      | LinkedImportExportAdd | B035List linkedImportExportMPAN |
        | related | another MPAN of the group | Smart, import and energised | related | adds secondaries to the group of | RelatedAdd            | B037List secondaryMPAN          |

    @MQ-BP010-540 @segment:S @kind:positive @role:SUP @role:REGS
    Scenario Outline: An MPAN leaves: <what>
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is <kind>, <how> to MPAN "A"
      When the Supplier <act> MPAN "A" with:
        | subsidiaries | MPAN "B" |
      Then these messages are exchanged for MPAN "A":
        |   | from | to   | message          | order   | with                                    | level |
        | 1 | SUP  | REGS | IF-019 [<event>] |         | B090List subsidiaryMPAN = MPAN "B"      |       |
        | 2 | REGS | SUP  | IF-020 [<event>] | after 1 | R0 responseCode = A; B090List = as in 1 | must  |
      And the Supplier sends no second IF-019 [<event>] for MPAN "A"
      And the Registration Service's records show <held> is absent for MPAN "A"
      When the Supplier changes the HH data consent of MPAN "B", effective today with:
        | granularity | D |
      Then the Registration Service sends IF-026 [ConsentGranularity] for MPAN "B" with R0 responseCode = A

      Examples:
        | case    | what                 | kind                        | how     | act                                   | event                    | held     |
        | linked  | the export of a link | Smart, export and energised | linked  | removes exports from the link of      | LinkedImportExportRemove | B035List |
        | related | the other one of two | Smart, import and energised | related | removes secondaries from the group of | RelatedRemove            | B037List |

  Rule: What depends on another MPAN has its services

    @MQ-BP010-550 @segment:S @kind:positive @role:REGS @needs:dayArrives @assumes:alignment-from
    Scenario Outline: <what> follows when its principal changes its Metering Service
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is <kind>, <how> to MPAN "A"
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Registration Service sends IF-035 [MSAppAccepted] for MPAN "A" with B007 responseCode = A
      When the effective date of MPAN "A" arrives
      Then the Registration Service sends IF-036 [MSAppActive] for MPAN "A" with B014 appointmentScenario = CSP
      And these messages are exchanged for MPAN "B":
        |   | from | to              | message              | with                                    | level  |
        | 1 | REGS | MSS (proposed)  | IF-036 [MSAppActive] | B014 appointmentScenario = ALG          | should |
        | 2 | REGS | MSS (incumbent) | IF-037 [MSDeApp]     | B008 deAppointmentReasonCode = <reason> | should |

      Examples:
        | case    | what                     | kind                        | how     | reason  |
        | linked  | A linked export MPAN     | Smart, export and energised | linked  | IMPEXP  |
        | related | A related secondary MPAN | Smart, import and energised | related | RELATED |

    @MQ-BP010-560 @segment:S @kind:positive @role:MSS @role:MSS:incumbent @role:SDS:incumbent @needs:dayArrives @assumes:alignment-from
    Scenario Outline: The services of <what> take its alignment
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is <kind>, <how> to MPAN "A"
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the proposed Metering Service receives IF-036 [MSAppActive] for MPAN "B" with B014 appointmentScenario = ALG
      And the incumbent Metering Service receives IF-037 [MSDeApp] for MPAN "B" with B008 deAppointmentReasonCode = <reason>
      And the incumbent Data Service receives IF-036 [MSAppActive] for MPAN "B" with B014 incomingMeteringServiceDIPID = MSS (proposed)
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "B" as active
      And the incumbent Metering Service's records show the incumbent Metering Service of MPAN "B" as ended

      Examples:
        | case    | what                     | kind                        | how     | reason  |
        | linked  | a linked export MPAN     | Smart, export and energised | linked  | IMPEXP  |
        | related | a related secondary MPAN | Smart, import and energised | related | RELATED |

  Rule: What must be refused

    @MQ-BP010-570 @segment:S @kind:negative @mode:handles @role:SUP
    Scenario Outline: Registration refuses with <code>, and the Supplier's records stay as they were
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is <kind>, registered to the Supplier
      And the Registration Service will refuse the next IF-019 [<event>] for MPAN "A" with <code>
      When the Supplier <act> MPAN "A" with:
        | subsidiaries | MPAN "B" |
      Then the Supplier receives IF-020 [<event>] for MPAN "A" with R0 responseCode = R, <code>
      And the Supplier sends no second IF-019 [<event>] for MPAN "A"
      And the Supplier's records show B907List is absent for MPAN "A"

      Examples:
        | case        | kind                        | act                    | event                    | code    |
        | linked      | Smart, export and energised | links exports to       | LinkedImportExportCreate | REG1052 |
        | related     | Smart, import and energised | relates secondaries to | RelatedCreate            | REG1061 |
        | open-switch | Smart, export and energised | links exports to       | LinkedImportExportCreate | REG0007 |

    @MQ-BP010-580 @segment:S @kind:negative @mode:enforces @role:REGS
    Scenario Outline: Registration refuses <what>
      Given MPAN "A" is <principal>, registered to the Supplier
      And MPAN "B" is <other>, registered to <holder>
      When <who> <act> MPAN "A" with:
        | subsidiaries | <named> |
      Then the Registration Service sends IF-020 [<event>] for MPAN "A" with R0 responseCode = R, <code>
      And the Registration Service's records show B035List is absent; B037List is absent for MPAN "A"

      Examples:
        | case              | what                                          | principal                   | other                       | holder             | who                | act                              | named              | event                    | code    |
        | unknown           | to relate an MPAN that it does not know       | Smart, import and energised | Smart, import and energised | the Supplier       | the Supplier       | relates secondaries to           | 1200023456802      | RelatedCreate            | REG0000 |
        | no-owner          | a link by who supplies neither MPAN           | Smart, import and energised | Smart, export and energised | the Supplier       | the Other Supplier | links exports to                 | MPAN "B"           | LinkedImportExportCreate | REG1050 |
        | principal-export  | a link whose principal is an export MPAN      | Smart, export and energised | Smart, export and energised | the Supplier       | the Supplier       | links exports to                 | MPAN "B"           | LinkedImportExportCreate | REG1053 |
        | subsidiary-import | a link whose subsidiary is an import MPAN     | Smart, import and energised | Smart, import and energised | the Supplier       | the Supplier       | links exports to                 | MPAN "B"           | LinkedImportExportCreate | REG1054 |
        | no-link           | to add to a link that there is not            | Smart, import and energised | Smart, export and energised | the Supplier       | the Supplier       | adds exports to the link of      | MPAN "B"           | LinkedImportExportAdd    | REG1055 |
        | named-twice       | a link that names an MPAN twice               | Smart, import and energised | Smart, export and energised | the Supplier       | the Supplier       | links exports to                 | MPAN "B", MPAN "B" | LinkedImportExportCreate | REG1059 |
        | not-owner-of-all  | a group by who supplies one of its MPANs only | Smart, import and energised | Smart, import and energised | the Other Supplier | the Supplier       | relates secondaries to           | MPAN "B"           | RelatedCreate            | REG1060 |
        | no-group          | to add to a group that there is not           | Smart, import and energised | Smart, import and energised | the Supplier       | the Supplier       | adds secondaries to the group of | MPAN "B"           | RelatedAdd               | REG1062 |
        | related-export    | to relate an export MPAN                      | Smart, import and energised | Smart, export and energised | the Supplier       | the Supplier       | relates secondaries to           | MPAN "B"           | RelatedCreate            | REG1067 |

    @MQ-BP010-581 @segment:U @kind:negative @mode:enforces @role:REGS
    Scenario: Registration refuses to relate Unmetered MPANs
      Given MPAN "A" is Unmetered, import and energised, registered to the Supplier
      And MPAN "B" is Unmetered, import and energised, registered to the Supplier
      When the Supplier relates secondaries to MPAN "A" with:
        | subsidiaries | MPAN "B" |
      Then the Registration Service sends IF-020 [RelatedCreate] for MPAN "A" with R0 responseCode = R, REG1051
      And the Registration Service's records show B037List is absent for MPAN "A"

    @MQ-BP010-582 @segment:S @kind:negative @mode:enforces @role:REGS
    Scenario Outline: Registration refuses <what>, and the pair stays as it is
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is <kind>, <how> to MPAN "A"
      And MPAN "C" is <kind>, registered to the Supplier
      When the Supplier <act> MPAN "A" with:
        | subsidiaries | <named> |
      Then the Registration Service sends IF-020 [<event>] for MPAN "A" with R0 responseCode = R, <code>
      And the Registration Service's records show <held> = MPAN "B" for MPAN "A"

      Examples:
        | case           | what                                           | kind                        | how     | act                                   | named    | event                    | code    | held                            |
        | linked-before  | to link an MPAN that is linked                 | Smart, export and energised | linked  | links exports to                      | MPAN "B" | LinkedImportExportCreate | REG1052 | B035List linkedImportExportMPAN |
        | linked-here    | to add to a link what belongs to it            | Smart, export and energised | linked  | adds exports to the link of           | MPAN "B" | LinkedImportExportAdd    | REG1057 | B035List linkedImportExportMPAN |
        | not-linked     | to take from a link what does not belong to it | Smart, export and energised | linked  | removes exports from the link of      | MPAN "C" | LinkedImportExportRemove | REG1058 | B035List linkedImportExportMPAN |
        | related-before | to relate an MPAN that is related              | Smart, import and energised | related | relates secondaries to                | MPAN "B" | RelatedCreate            | REG1061 | B037List secondaryMPAN          |
        | related-here   | to add to a group what belongs to it           | Smart, import and energised | related | adds secondaries to the group of      | MPAN "B" | RelatedAdd               | REG1063 | B037List secondaryMPAN          |
        | not-related    | to take from a group who is not in it          | Smart, import and energised | related | removes secondaries from the group of | MPAN "C" | RelatedRemove            | REG1065 | B037List secondaryMPAN          |

    @MQ-BP010-583 @segment:S @kind:negative @mode:enforces @role:REGS
    Scenario Outline: Registration refuses to take an MPAN from another <what>
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is <kind>, <how> to MPAN "A"
      And MPAN "C" is Smart, import and energised, registered to the Supplier
      And MPAN "D" is <kind>, <how> to MPAN "C"
      When the Supplier <act> MPAN "A" with:
        | subsidiaries | MPAN "D" |
      Then the Registration Service sends IF-020 [<event>] for MPAN "A" with R0 responseCode = R, <code>
      And the Registration Service's records show <held> = MPAN "C" for MPAN "D"

      Examples:
        | case    | what  | kind                        | how     | act                              | event                 | code    | held                            |
        | linked  | link  | Smart, export and energised | linked  | adds exports to the link of      | LinkedImportExportAdd | REG1056 | B035List linkedImportExportMPAN |
        | related | group | Smart, import and energised | related | adds secondaries to the group of | RelatedAdd            | REG1064 | B037List primaryMPAN            |

    @MQ-BP010-584 @segment:S @kind:negative @mode:enforces @role:REGS
    Scenario: Registration refuses a link while a switch is open
      Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
      And MPAN "B" is Smart, export and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      When the Outgoing Supplier links exports to MPAN "A" with:
        | subsidiaries | MPAN "B" |
      Then the Registration Service sends IF-020 [LinkedImportExportCreate] for MPAN "A" with R0 responseCode = R, REG0007 or REG9004
      And the Registration Service's records show B035List is absent for MPAN "A"
