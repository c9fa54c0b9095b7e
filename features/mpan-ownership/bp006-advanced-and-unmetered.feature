@process:BP006 @theme:mpan-ownership
Feature: BP006 New Connection: Advanced and Unmetered MPANs
  The same as for a Smart MPAN, with the services of the other segments. An unmetered supply has no meter, and messages
  about one are refused.

  Rule: An Advanced MPAN

    Background:
      Given MPAN "A" is a new connection, Advanced, import and energised
      And the Distributor's system creates MPAN "A"
      And CSS announces the first registration of MPAN "A", effective 5 days ahead
      And the Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

    @MQ-BP006-070 @role:SUP @role:REGS @role:MSA @role:ADS @segment:A @kind:positive @needs:dayArrives
    Scenario: An Advanced Metering Service and an Advanced Data Service begin with the supply
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Supplier appoints its Data Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                  | order   | with                                            |
        | 1 | SUP            | REGS           | IF-031 [MSApp]           |         | B013 = as in IF-002 [GainMPANInfo]              |
        | 2 | REGS           | MSA (proposed) | IF-033 [MSAppSPRequest]  | after 1 | B070 = as in 1; B026 marketSegmentIndicator = A |
        | 3 | MSA (proposed) | REGS           | IF-034 [MSAppSPResponse] | after 2 | B007 = A, SP000; B070 = as in 2                 |
        | 4 | REGS           | SUP            | IF-035 [MSAppAccepted]   | after 3 | B007 responseCode = A                           |
        | 5 | SUP            | REGS           | IF-031 [DSApp]           |         | B013 = as in IF-002 [GainMPANInfo]              |
        | 6 | REGS           | ADS (proposed) | IF-033 [DSAppSPRequest]  | after 5 | B071 = as in 5                                  |
        | 7 | ADS (proposed) | REGS           | IF-034 [DSAppSPResponse] | after 6 | B007 = A, SP000; B071 = as in 6                 |
        | 8 | REGS           | SUP            | IF-035 [DSAppAccepted]   | after 7 | B007 responseCode = A; B019 is absent           |
      When CSS confirms the first registration of MPAN "A"
      Then the Supplier receives IF-001 [InitialRegistration] for MPAN "A" with B002 incomingSupplierDIPID = SUP
      When the SSD of MPAN "A" arrives
      Then the proposed Metering Service receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceEffectiveFromDate = SSD
      And the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A" with B015 incomingDataServiceEffectiveFromDate = SSD; B019 is absent
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as active
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as active
      When the Metering Service installs a meter at MPAN "A" with:
        | meterId | Q2000001 |
      Then the Metering Service receives IF-006 [MeterInstall] for MPAN "A" with R0 responseCode = A
      When the Metering Service changes the energisation status of MPAN "A"
      And the Metering Service sends a meter reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from           | to                  | message                           | order   | with                                        |
        | 1 | MSA (proposed) | REGS                | IF-005 [MeterInstall]             |         | B906 meterID = Q2000001; B906 meterType = H |
        | 2 | REGS           | SUP, ADS (proposed) | IF-006 [MeterInstall]             | after 1 | B905List meterID = Q2000001                 |
        | 3 | MSA (proposed) | REGS                | IF-007 [EnergisationStatusChange] | after 1 | B025 energisationStatus = E                 |
        | 4 | REGS           | SUP, ADS (proposed) | IF-008 [EnergisationStatusChange] | after 3 | R0 responseCode = A; B025 = as in 3         |
        | 5 | MSA (proposed) | ADS (proposed), SUP | IF-041 [ReadingInstl]             |         | B064List meterID = Q2000001                 |
      When the Data Service sends the consumption of MPAN "A" with:
        | date | the SSD |
      Then the Data Service sends IF-021 [ActivePower] for MPAN "A" with B900 measurementQuantityID = AI

    @MQ-BP006-240 @role:REGS @segment:A @kind:negative @mode:enforces
    Scenario: A Smart Data Service is refused for an Advanced MPAN
      When the Supplier proposes a Data Service to MPAN "A" with:
        | service | SDS (proposed) |
      Then the Registration Service sends IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1031
      And the Registration Service sends no IF-033 [DSAppSPRequest] for MPAN "A"

    @MQ-BP006-222 @role:MSA @segment:A @kind:negative @mode:enforces @needs:endContract
    Scenario: An Advanced Metering Service without a contract refuses the new connection
      Given the proposed Metering Service has no contract with the Supplier for MPAN "A"
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = R, SP001

    @MQ-BP006-223 @role:ADS @segment:A @kind:negative @mode:enforces @needs:endContract
    Scenario: An Advanced Data Service without a contract refuses the new connection
      Given the proposed Data Service has no contract with the Supplier for MPAN "A"
      When the Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the proposed Data Service sends IF-034 [DSAppSPResponse] for MPAN "A" with B007 = R, SP001

  Rule: An Unmetered MPAN

    Background:
      Given MPAN "A" is a new connection, Unmetered, import and energised
      And the Distributor's system creates MPAN "A"
      And CSS announces the first registration of MPAN "A", effective 5 days ahead
      And the Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

    @MQ-BP006-080 @role:SUP @role:REGS @role:UMSO @role:UMSDS @segment:U @kind:positive @needs:dayArrives
    Scenario: An Unmetered Supplies Operator and an Unmetered Data Service begin with the supply, without a meter
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Supplier appoints its Data Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from             | to               | message                  | order   | with                                            |
        | 1 | SUP              | REGS             | IF-031 [MSApp]           |         | B013 = as in IF-002 [GainMPANInfo]              |
        | 2 | REGS             | UMSO (proposed)  | IF-033 [MSAppSPRequest]  | after 1 | B070 = as in 1; B026 marketSegmentIndicator = U |
        | 3 | UMSO (proposed)  | REGS             | IF-034 [MSAppSPResponse] | after 2 | B007 = A, SP000; B070 = as in 2                 |
        | 4 | REGS             | SUP              | IF-035 [MSAppAccepted]   | after 3 | B007 responseCode = A                           |
        | 5 | SUP              | REGS             | IF-031 [DSApp]           |         | B013 = as in IF-002 [GainMPANInfo]              |
        | 6 | REGS             | UMSDS (proposed) | IF-033 [DSAppSPRequest]  | after 5 | B071 = as in 5                                  |
        | 7 | UMSDS (proposed) | REGS             | IF-034 [DSAppSPResponse] | after 6 | B007 = A, SP000; B071 = as in 6                 |
        | 8 | REGS             | SUP              | IF-035 [DSAppAccepted]   | after 7 | B007 responseCode = A                           |
      When CSS confirms the first registration of MPAN "A"
      Then the Supplier receives IF-001 [InitialRegistration] for MPAN "A" with B002 incomingSupplierDIPID = SUP
      When the SSD of MPAN "A" arrives
      Then the proposed Metering Service receives IF-036 [MSAppActive] for MPAN "A" with B905List is absent
      And the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A" with B905List is absent
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as active
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as active
      When the Metering Service changes the energisation status of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from            | to                                     | message                           | order   | with                                |
        | 1 | UMSO (proposed) | REGS                                   | IF-007 [EnergisationStatusChange] |         | B025 energisationStatus = E         |
        | 2 | REGS            | UMSO (proposed), SUP, UMSDS (proposed) | IF-008 [EnergisationStatusChange] | after 1 | R0 responseCode = A; B025 = as in 1 |
      When the Data Service sends the consumption of MPAN "A" with:
        | date | the SSD |
      Then the Data Service sends IF-021 [ActivePower] for MPAN "A" with B900 measurementQuantityID = AI

    @MQ-BP006-250 @role:REGS @segment:U @kind:negative @mode:enforces
    Scenario: A Metering Service is refused for an Unmetered MPAN
      When the Supplier proposes a Metering Service to MPAN "A" with:
        | service | MSS (proposed) |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1030
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "A"

    @MQ-BP006-251 @role:REGS @segment:U @kind:negative @mode:enforces
    Scenario: A meter is refused for an Unmetered MPAN
      When MSS (proposed) installs a meter at MPAN "A"
      Then the Registration Service sends IF-006 [MeterInstall] for MPAN "A" with R0 responseCode = R, REG0003 or REG0004

    @MQ-BP006-224 @role:UMSO @segment:U @kind:negative @mode:enforces @needs:endContract
    Scenario: An Unmetered Supplies Operator without a contract refuses the new connection
      Given the proposed Metering Service has no contract with the Supplier for MPAN "A"
      When the Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = R, SP001

    @MQ-BP006-225 @role:UMSDS @segment:U @kind:negative @mode:enforces @needs:endContract
    Scenario: An Unmetered Data Service without a contract refuses the new connection
      Given the proposed Data Service has no contract with the Supplier for MPAN "A"
      When the Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the proposed Data Service sends IF-034 [DSAppSPResponse] for MPAN "A" with B007 = R, SP001
