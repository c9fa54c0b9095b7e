@process:BP003 @theme:mpan-ownership
Feature: BP003 Change of Data Service: retrieval and consumption
  The new Data Service of a Smart MPAN has a Meter Data Retriever read the meter: the one that the Supplier nominates,
  else one of its own. The outgoing service has its own stop.

  Rule: The Data Service changes

    Background:
      Given MPAN "A" is Smart, import, energised and remotely read, registered to the Supplier

    @MQ-BP003-410 @role:SUP @role:REGS @role:SDS @role:SDS:incumbent @role:MDR @role:MDR:incumbent @segment:S @kind:positive @needs:dayArrives
    Scenario: The new Data Service starts the nominated retriever and the old one stops its own
      When the Supplier proposes a Data Service to MPAN "A", effective 10 days ahead with:
        | scenario  | CSP                      |
        | retriever | the Meter Data Retriever |
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A" with B019 assignedMDRDIPID = MDR (proposed)
      When the effective date of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message                   | order   | with                                                                                                                     |
        | 1 | REGS            | SDS (proposed)  | IF-036 [DSAppActive]      |         | B019 assignedMDRDIPID = MDR (proposed); B019 assignedMDREffectiveFromDate = the effective date                           |
        | 2 | REGS            | SDS (incumbent) | IF-037 [DSDeApp]          |         | B009 deAppointmentReasonCode = CSERV; B011 incomingDataServiceDIPID = SDS (proposed)                                     |
        | 3 | SDS (proposed)  | MDR (proposed)  | IF-061 [MDRStart]         | after 1 | A0 primaryRecipients = MDR (proposed); B019 = as in 1; B078 energyDirection = I                                          |
        | 4 | MDR (proposed)  | SDS (proposed)  | IF-062 [MDRStartResponse] | after 3 | A0 primaryRecipients = SDS (proposed); R0 responseCode = A; B019 = as in 3; B025 = as in 3; B068 = as in 3               |
        | 5 | SDS (incumbent) | MDR (incumbent) | IF-063 [MDRStop]          | after 2 | A0 primaryRecipients = MDR (incumbent); B083 assignedMDRDIPID = MDR (incumbent); B083 assignedMDREffectiveToDate = the effective date |
      And the Meter Data Retriever's records show the proposed Data Service of MPAN "A" as active
      And the incumbent Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as ended

    @MQ-BP003-411 @role:SDS:incumbent @role:MDR:incumbent @segment:S @kind:positive @needs:dayArrives
    Scenario: A Data Service that is de-appointed has its retriever stop from that day
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message           | order   | with                                                                                                                                  |
        | 1 | REGS            | SDS (incumbent) | IF-037 [DSDeApp]  |         | B009 deAppointmentReasonCode = CSERV                                                                                                  |
        | 2 | SDS (incumbent) | MDR (incumbent) | IF-063 [MDRStop]  | after 1 | A0 primaryRecipients = MDR (incumbent); B083 assignedMDRDIPID = MDR (incumbent); B083 assignedMDREffectiveToDate = the effective date |
      And the incumbent Data Service sends no second IF-063 [MDRStop] for MPAN "A"
      And the incumbent Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as ended

    @MQ-BP003-420 @role:REGS @role:SDS @role:MDR @segment:S @kind:positive @needs:dayArrives @needs:nameRetriever
    Scenario: Where the Supplier nominates none the new Data Service names a retriever of its own
      When the proposed Data Service has a retriever of its own for MPAN "A" with:
        | retriever | the Meter Data Retriever |
      And the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from           | to   | message                  | order   | with                                                                                                                               |
        | 1 | SDS (proposed) | REGS | IF-034 [DSAppSPResponse] |         | B007 = A, SP000; B018 SDSNominatedMDRDIPID = MDR (proposed); B018 SDSNominatedMDRRequestedEffectiveFromDate = the effective date |
        | 2 | REGS           | SUP  | IF-035 [DSAppAccepted]   | after 1 | B019 assignedMDRDIPID = MDR (proposed)                                                                                             |
      When the effective date of MPAN "A" arrives
      Then the proposed Data Service sends IF-061 [MDRStart] for MPAN "A" with B019 assignedMDRDIPID = MDR (proposed)
      And the Meter Data Retriever sends IF-062 [MDRStartResponse] for MPAN "A" with R0 responseCode = A

    @MQ-BP003-430 @role:SUP @role:SDS @role:LDSO @role:MDS @segment:S @kind:positive @needs:dayArrives @needs:sendConsumption
    Scenario: The new Data Service submits consumption from the effective date
      When the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A"
      When the proposed Data Service sends the consumption of MPAN "A" with:
        | date | the effective date |
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message              | order | with                                                                           |
        | 1 | SDS (proposed) | SUP, LDSO, MDS | IF-021 [ActivePower] |       | B044 issuingDataServiceDIPID = SDS (proposed); B900 measurementQuantityID = AI |
      And the Market-wide Data Service sends no IF-014 [ActivePowerRejected] for MPAN "A"

    @MQ-BP003-510 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses a nominated retriever <what>
      When the Supplier proposes a Data Service to MPAN "A", effective 10 days ahead with:
        | scenario      | CSP         |
        | retriever     | <retriever> |
        | retrieverFrom | <from>      |
      Then the Registration Service sends IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, <code>
      And the Registration Service sends no IF-033 [DSAppSPRequest] for MPAN "A"

      Examples:
        | case          | what                              | retriever                                                                  | from          | code    |
        | not-retriever | that is none                      | the other Data Service                                                     | 10 days ahead | REG1092 |
        | foreign-mpid  | under the MPID of another         | the Meter Data Retriever with the MPID of the other Meter Data Retriever   | 10 days ahead | REG1092 |
        | no-date       | without a date                    | the Meter Data Retriever                                                   | none          | REG1088 |
        | before        | from before the Data Service      | the Meter Data Retriever                                                   | 9 days ahead  | REG1036 |

    @MQ-BP003-520 @role:REGS @segment:S @kind:negative @mode:enforces @needs:nameRetriever
    Scenario: Registration does not appoint a Data Service that names a party as its retriever which is none
      When the proposed Data Service has a retriever of its own for MPAN "A" with:
        | retriever | the other Data Service |
      And the Supplier appoints a new Data Service to MPAN "A", effective 10 days ahead
      Then the proposed Data Service sends IF-034 [DSAppSPResponse] for MPAN "A" with B018 SDSNominatedMDRDIPID = SDS (another)
      And the Registration Service sends IF-035 [DSAppRejected] for MPAN "A" with B007 = R, REG1093

  Rule: The retriever delivers

    Background:
      Given MPAN "A" is Smart, import, energised and remotely read, registered to the Supplier

    @MQ-BP003-610 @role:SDS:incumbent @role:MDR:incumbent @segment:S @kind:positive @needs:askReading @needs:askRegisters @needs:askHalfHours
    Scenario: The retriever delivers what the Data Service asks for
      When the incumbent Data Service asks the retriever for a reading of MPAN "A"
      Then the incumbent Data Service receives IF-065 [ReadingRemote] for MPAN "A" with B065 is absent
      When the incumbent Data Service asks the retriever for the registers of MPAN "A"
      Then the incumbent Data Service receives IF-065 [ReadingRemote] for MPAN "A" with B076 is absent
      When the incumbent Data Service asks the retriever for the half-hours of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message                   | order   | with                                                                          |
        | 1 | SDS (incumbent) | MDR (incumbent) | IF-065 [MDRInstantaneous] |         | A0 primaryRecipients = MDR (incumbent)                                        |
        | 2 | MDR (incumbent) | SDS (incumbent) | IF-065 [ReadingRemote]    | after 1 | A0 primaryRecipients = SDS (incumbent); B065 is absent                        |
        | 3 | SDS (incumbent) | MDR (incumbent) | IF-065 [MDRTOU]           |         | A0 primaryRecipients = MDR (incumbent)                                        |
        | 4 | MDR (incumbent) | SDS (incumbent) | IF-065 [ReadingRemote]    | after 3 | A0 primaryRecipients = SDS (incumbent); B076 is absent                        |
        | 5 | SDS (incumbent) | MDR (incumbent) | IF-065 [MDRConsumption]   |         | A0 primaryRecipients = MDR (incumbent)                                        |
        | 6 | MDR (incumbent) | SDS (incumbent) | IF-064 [MDRConsumption]   | after 5 | A0 primaryRecipients = SDS (incumbent); B045 measurementQuantityID = AI       |

    @MQ-BP003-620 @role:MDR:incumbent @segment:S @kind:positive @needs:deliverHalfHours @needs:deliverReading
    Scenario: The retriever delivers by its schedule
      When the incumbent Meter Data Retriever delivers the half-hours of MPAN "A"
      And the incumbent Meter Data Retriever delivers a reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message                 | order | with                                                                    |
        | 1 | MDR (incumbent) | SDS (incumbent) | IF-064 [MDRConsumption] |       | A0 primaryRecipients = SDS (incumbent); B045 measurementQuantityID = AI |
        | 2 | MDR (incumbent) | SDS (incumbent) | IF-065 [ReadingRemote]  |       | A0 primaryRecipients = SDS (incumbent)                                  |
      And the incumbent Meter Data Retriever sends no second IF-064 [MDRConsumption] for MPAN "A"

    @MQ-BP003-630 @role:MDR:incumbent @segment:S @kind:positive
    Scenario: A retriever that was stopped delivers nothing more
      When the incumbent Data Service stops the retrieval of MPAN "A"
      Then the incumbent Meter Data Retriever receives IF-063 [MDRStop] for MPAN "A"
      And the incumbent Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as ended
      And the incumbent Meter Data Retriever sends no IF-065 [ReadingRemote] for MPAN "A"
