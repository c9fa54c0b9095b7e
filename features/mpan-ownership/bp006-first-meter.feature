@process:BP006 @theme:mpan-ownership
Feature: BP006 New Connection: meter, energisation and first consumption
  Once the first supply has begun, the Metering Service fits a meter and makes the supply live, the retriever is started
  and the first consumption is submitted.

  Rule: A Smart MPAN whose first supply has begun

    Background:
      Given MPAN "A" is a new connection, Smart, import and energised
      And the Distributor's system creates MPAN "A"
      And CSS announces the first registration of MPAN "A", effective 5 days ahead
      And the Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      And the Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Supplier has received IF-035 [MSAppAccepted] for MPAN "A"
      And the Supplier proposes a Data Service to MPAN "A" with:
        | retriever | the Meter Data Retriever |
      And the Supplier has received IF-035 [DSAppAccepted] for MPAN "A"
      And CSS confirms the first registration of MPAN "A"
      And the SSD of MPAN "A" arrives
      And the proposed Metering Service has received IF-036 [MSAppActive] for MPAN "A"
      And the proposed Data Service has received IF-036 [DSAppActive] for MPAN "A"

    @MQ-BP006-040 @role:MSS @role:REGS @role:SUP @role:SDS @segment:S @kind:positive @needs:dayArrives
    Scenario: A meter is fitted, the supply is made live and the first reading is passed on
      When the Metering Service installs a meter at MPAN "A" with:
        | meterId | Q1000001 |
        | display | I        |
      Then these messages are exchanged for MPAN "A":
        |   | from           | to                                  | message               | order   | with                                                                                 |
        | 1 | MSS (proposed) | REGS                                | IF-005 [MeterInstall] |         | B906 meterID = Q1000001; B906 meterInstallationDate = SSD; B030 IHDInstallStatus = I |
        | 2 | REGS           | MSS (proposed), SUP, SDS (proposed) | IF-006 [MeterInstall] | after 1 | R0 responseCode = A; B905List meterID = Q1000001                                     |
      When the Metering Service changes the energisation status of MPAN "A"
      And the Metering Service sends a meter reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from           | to                                  | message                           | order   | with                                                                        |
        | 1 | MSS (proposed) | REGS                                | IF-007 [EnergisationStatusChange] |         | B025 energisationStatus = E; B025 energisationStatusEffectiveFromDate = SSD |
        | 2 | REGS           | MSS (proposed), SUP, SDS (proposed) | IF-008 [EnergisationStatusChange] | after 1 | R0 responseCode = A; B025 = as in 1                                         |
        | 3 | MSS (proposed) | SDS (proposed), SUP                 | IF-041 [ReadingInstl]             |         | B064List meterID = Q1000001                                                 |

    @MQ-BP006-041 @role:REGS @role:EES @segment:S @kind:positive @needs:dayArrives @assumes:mpan-operational
    Scenario: The MPAN becomes operational when it is supplied and live
      When the Metering Service installs a meter at MPAN "A"
      Then the Metering Service receives IF-006 [MeterInstall] for MPAN "A" with R0 responseCode = A
      When the Metering Service changes the energisation status of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from | to  | message                           | order | level  | with                                  |
        | 1 | REGS | EES | IF-008 [EnergisationStatusChange] |       |        | B025 energisationStatus = E           |
        | 2 | REGS | EES | IF-050 [MPStatusChange]           |       | should | B079 RMPStatus = O; B079 MPStatus = T |

    @MQ-BP006-042 @role:LDSO @role:EES @role:MDS @role:MDR @segment:S @kind:positive @needs:dayArrives
    Scenario: Network, enquiry, settlement and retriever are told of the meter and that the supply is live
      When the Metering Service installs a meter at MPAN "A" with:
        | meterId | Q1000002 |
      Then the Network Operator receives IF-006 [MeterInstall] for MPAN "A" with R0 responseCode = A; B905List meterID = Q1000002
      And the Enquiry Service receives IF-006 [MeterInstall] for MPAN "A" with B905List meterID = Q1000002
      And the Meter Data Retriever receives IF-006 [MeterInstall] for MPAN "A" with B905List meterID = Q1000002
      When the Metering Service changes the energisation status of MPAN "A"
      Then the Network Operator receives IF-008 [EnergisationStatusChange] for MPAN "A" with B025 energisationStatus = E
      And the Market-wide Data Service receives IF-008 [EnergisationStatusChange] for MPAN "A" with B025 energisationStatus = E
      And the Enquiry Service receives IF-008 [EnergisationStatusChange] for MPAN "A" with B025 energisationStatusEffectiveFromDate = SSD
      And the Meter Data Retriever receives IF-008 [EnergisationStatusChange] for MPAN "A" with B025 energisationStatus = E

    @MQ-BP006-050 @role:SDS @role:MDR @segment:S @kind:positive @needs:dayArrives
    Scenario: The Data Service has its retriever start
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                   | order   | with                                                             |
        | 1 | REGS           | SDS (proposed) | IF-036 [DSAppActive]      |         | B019 assignedMDRDIPID = MDR (proposed)                           |
        | 2 | SDS (proposed) | MDR (proposed) | IF-061 [MDRStart]         | after 1 | B019 assignedMDRDIPID = MDR (proposed); B078 energyDirection = I |
        | 3 | MDR (proposed) | SDS (proposed) | IF-062 [MDRStartResponse] | after 2 | R0 responseCode = A; B019 = as in 2                              |
      And the Data Service sends no second IF-061 [MDRStart] for MPAN "A"

    @MQ-BP006-060 @role:SDS @segment:S @kind:positive @needs:dayArrives
    Scenario: The Data Service submits the first day
      When the Metering Service installs a meter at MPAN "A"
      Then the Data Service receives IF-006 [MeterInstall] for MPAN "A"
      When the Metering Service changes the energisation status of MPAN "A"
      Then the Data Service receives IF-008 [EnergisationStatusChange] for MPAN "A"
      When the Data Service sends the consumption of MPAN "A" with:
        | date | the SSD |
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message              | order | with                            |
        | 1 | SDS (proposed) | SUP, LDSO, MDS | IF-021 [ActivePower] |       | B900 measurementQuantityID = AI |

    @MQ-BP006-160 @role:MSS @segment:S @kind:negative @mode:handles @needs:dayArrives
    Scenario Outline: Registration refuses the meter with <code> and the Metering Service reports it again
      Given the Registration Service will refuse the next IF-005 [MeterInstall] for MPAN "A" with <code>
      When the Metering Service installs a meter at MPAN "A" with:
        | meterId | Q1000003 |
      Then the Metering Service receives IF-006 [MeterInstall] for MPAN "A" with R0 responseCode = R, <code>
      When the Metering Service installs a meter at MPAN "A" with:
        | meterId | Q1000004 |
      Then the Metering Service receives IF-006 [MeterInstall] for MPAN "A" with R0 responseCode = A

      Examples:
        | case            | code    |
        | before-creation | REG1011 |
        | wrong-digits    | REG1047 |

    @MQ-BP006-161 @role:MSS @segment:S @kind:negative @mode:handles @needs:dayArrives
    Scenario: Registration refuses the energisation and the Metering Service reports it again
      Given the Registration Service will refuse the next IF-007 [EnergisationStatusChange] for MPAN "A" with REG1014
      When the Metering Service changes the energisation status of MPAN "A"
      Then the Metering Service receives IF-008 [EnergisationStatusChange] for MPAN "A" with R0 responseCode = R, REG1014
      When the Metering Service changes the energisation status of MPAN "A"
      Then the Metering Service receives IF-008 [EnergisationStatusChange] for MPAN "A" with R0 responseCode = A

    @MQ-BP006-170 @role:MSS @role:SUP @segment:S @kind:negative @mode:handles @needs:dayArrives
    Scenario: The supply cannot be made live and the Supplier is told why
      When the Metering Service could not change the energisation status of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from           | to  | message                            | order | with                                          |
        | 1 | MSS (proposed) | SUP | IF-007 [EnergisationStatusFailure] |       | B040 failureEnergiseDeEnergiseReasonCode = 01 |
      And the Registration Service sends no IF-050 [MPStatusChange] for MPAN "A"

    @MQ-BP006-171 @role:SDS @segment:S @kind:negative @mode:handles @needs:dayArrives
    Scenario: The retriever refuses to start and the Data Service has it start again
      Given the Data Service has received IF-062 [MDRStartResponse] for MPAN "A"
      When the Data Service stops the retrieval of MPAN "A"
      And the Meter Data Retriever will refuse the next IF-061 [MDRStart] for MPAN "A" with REG1081
      And the Data Service starts the retrieval of MPAN "A"
      Then the Data Service receives IF-062 [MDRStartResponse] for MPAN "A" with R0 responseCode = R
      When the Data Service starts the retrieval of MPAN "A"
      Then the Data Service receives IF-062 [MDRStartResponse] for MPAN "A" with R0 responseCode = A

    @MQ-BP006-230 @role:REGS @segment:S @kind:negative @mode:enforces @needs:dayArrives
    Scenario Outline: Registration refuses <what>
      When <who> installs a meter at MPAN "A" with:
        | from          | <from>     |
        | meterType     | <type>     |
        | digits        | <digits>   |
        | esme          | <esme>     |
        | assetProvider | <provider> |
      Then the Registration Service sends IF-006 [MeterInstall] for MPAN "A" with R0 responseCode = R, <codes>

      Examples:
        | case            | what                                         | who           | from        | type  | digits | esme                    | provider | codes              |
        | not-appointed   | a meter of a service that is not appointed   | MSS (another) | the SSD     | S2ADE | none   | 11-22-33-44-55-66-77-88 | MAPZ     | REG1002            |
        | before-creation | a meter that was fitted before the MPAN was  | MSS           | 40 days ago | S2ADE | none   | 11-22-33-44-55-66-77-88 | MAPZ     | REG1011 or REG1002 |
        | no-device-id    | a smart meter without its device id          | MSS           | the SSD     | S2ADE | none   | none                    | MAPZ     | REG1046            |
        | device-id       | a traditional meter with a device id         | MSS           | the SSD     | N     | 5      | 11-22-33-44-55-66-77-88 | MAPZ     | REG1046            |
        | no-digits       | a traditional meter without displayed digits | MSS           | the SSD     | N     | none   | none                    | MAPZ     | REG1047            |
        | provider        | a Meter Asset Provider that nobody knows     | MSS           | the SSD     | S2ADE | none   | 11-22-33-44-55-66-77-88 | QQQQ     | REG1009            |
