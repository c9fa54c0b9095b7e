@process:BP003B @theme:mpan-ownership
Feature: BP003B Change of the Meter Data Retriever
  A standing Data Service gets another Meter Data Retriever: because it asks for one itself, or because the Supplier
  nominates one with other terms. The old one stops, the new one starts.

  Background:
    Given MPAN "A" is Smart, import, energised and remotely read, registered to the Supplier

  @MQ-BP003B-410 @role:SUP @role:REGS @role:SDS:incumbent @role:MDR @role:MDR:incumbent @segment:S @kind:positive
  Scenario: The Data Service changes its retriever
    When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
      | retriever | the proposed Meter Data Retriever |
    Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A"
    When the DCC accepts the retriever of MPAN "A"
    Then these messages are exchanged for MPAN "A":
      |   | from            | to                   | message                   | order   | with                                                                                                                                          |
      | 1 | SDS (incumbent) | REGS                 | IF-034 [SDS-MDRUpdate]    |         | B012 serviceProviderAppointmentRequestingSupplierDIPID = SUP; B018 SDSNominatedMDRDIPID = MDR (proposed); B018 SDSNominatedMDRRequestedEffectiveFromDate = the effective date |
      | 2 | REGS            | SDS (incumbent), SUP | IF-035 [SDS-MDROutcome]   | after 1 | B012 = as in 1; B092 assignedMDRDIPID = MDR (proposed); B099 responseCode = A                                                                 |
      | 3 | REGS            | SDS (incumbent), SUP | IF-035 [DCC-MDROutcome]   | after 2 | B012 = as in 1; B066 responseCode = A; B066 assignedMDRDIPID = MDR (proposed)                                                                 |
      | 4 | SDS (incumbent) | MDR (incumbent)      | IF-063 [MDRStop]          | after 3 | A0 primaryRecipients = MDR (incumbent); B083 assignedMDRDIPID = MDR (incumbent); B083 assignedMDREffectiveToDate = the effective date         |
      | 5 | SDS (incumbent) | MDR (proposed)       | IF-061 [MDRStart]         | after 3 | A0 primaryRecipients = MDR (proposed); B019 assignedMDRDIPID = MDR (proposed)                                                                 |
      | 6 | MDR (proposed)  | SDS (incumbent)      | IF-062 [MDRStartResponse] | after 5 | R0 responseCode = A; B019 = as in 5                                                                                                           |
    And the Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as active
    And the incumbent Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as ended

  @MQ-BP003B-420 @role:SUP @role:REGS @role:SDS:incumbent @role:MDR @role:MDR:incumbent @segment:S @kind:positive @needs:dayArrives
  Scenario: The Supplier nominates another retriever with other terms
    When the Supplier proposes a Data Service to MPAN "A", effective 10 days ahead with:
      | service           | the incumbent Data Service |
      | scenario          | USP                        |
      | contractReference | MQ-CONTRACT-2              |
      | retriever         | the Meter Data Retriever   |
    Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A" with B019 assignedMDRDIPID = MDR (proposed)
    When the effective date of MPAN "A" arrives
    Then these messages are exchanged for MPAN "A":
      |   | from            | to              | message                   | order   | level  | with                                                                                                                      |
      | 1 | SUP             | REGS            | IF-031 [DSApp]            |         |        | B071 appointmentScenario = USP; B071 supplierNominatedMDRDIPID = MDR (proposed); B071 supplierNominatedMDREffectiveFromDate = the effective date |
      | 2 | REGS            | SDS (incumbent) | IF-036 [DSAppActive]      | after 1 | should | B015 appointmentScenario = USP; B019 assignedMDRDIPID = MDR (proposed)                                                    |
      | 3 | SDS (incumbent) | MDR (incumbent) | IF-063 [MDRStop]          |         |        | B083 assignedMDRDIPID = MDR (incumbent); B083 assignedMDREffectiveToDate = the effective date                             |
      | 4 | SDS (incumbent) | MDR (proposed)  | IF-061 [MDRStart]         |         |        | B019 assignedMDRDIPID = MDR (proposed); B019 assignedMDREffectiveFromDate = the effective date                            |
      | 5 | MDR (proposed)  | SDS (incumbent) | IF-062 [MDRStartResponse] | after 4 |        | R0 responseCode = A; B019 = as in 4                                                                                       |
    And the Registration Service sends no IF-037 [DSDeApp] for MPAN "A"

  @MQ-BP003B-430 @role:SDS:incumbent @segment:S @kind:negative @mode:handles
  Scenario Outline: Registration refuses another retriever with <code>, and the Data Service keeps the one that it has
    Given the Registration Service will refuse the next IF-034 [SDS-MDRUpdate] for MPAN "A" with <code>
    When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
      | retriever | the proposed Meter Data Retriever |
    Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A" with B099 = R, <code>; B092 assignedMDRDIPID = MDR (incumbent)
    And the incumbent Data Service sends no IF-061 [MDRStart] for MPAN "A"
    And the incumbent Data Service sends no IF-063 [MDRStop] for MPAN "A"
    When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
      | retriever | the other Meter Data Retriever |
    Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A" with B099 responseCode = A

    Examples:
      | case          | code    |
      | not-retriever | REG1081 |
      | too-late      | REG1082 |
      | supplier      | REG1084 |
      | mpid          | REG1093 |

  @MQ-BP003B-440 @role:SUP @segment:S @kind:negative @mode:handles
  Scenario: The Supplier is told that another retriever is refused
    Given the Registration Service will refuse the next IF-034 [SDS-MDRUpdate] for MPAN "A" with REG1081
    When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
      | retriever | the proposed Meter Data Retriever |
    Then the Registration Service sends IF-035 [SDS-MDROutcome] for MPAN "A" with B099 = R, REG1081
    And the Supplier's records show the incumbent Data Service of MPAN "A" as active

  @MQ-BP003B-510 @role:REGS @segment:S @kind:negative @mode:enforces @assumes:retriever-start-ahead
  Scenario Outline: Registration refuses another retriever <what>
    When <sender> changes the retriever of MPAN "A", effective <from> with:
      | retriever | <retriever> |
      | supplier  | <supplier>  |
    Then the Registration Service sends IF-035 [SDS-MDROutcome] for MPAN "A" with B099 = R, <code>; B092 assignedMDRDIPID = MDR (incumbent)
    And the Registration Service sends no IF-035 [DCC-MDROutcome] for MPAN "A"

    Examples:
      | case          | what                                           | sender                     | retriever                                                                  | supplier           | from         | code    |
      | not-appointed | that a service asks for without an appointment | the proposed Data Service  | the proposed Meter Data Retriever                                          | the Supplier       | 2 days ahead | REG1080 |
      | not-retriever | that is none                                   | the incumbent Data Service | the other Data Service                                                     | the Supplier       | 2 days ahead | REG1081 |
      | too-far-ahead | from more than five days ahead                 | the incumbent Data Service | the proposed Meter Data Retriever                                          | the Supplier       | 10 days ahead | REG1082 |
      | before-other  | from before the one in place                   | the incumbent Data Service | the proposed Meter Data Retriever                                          | the Supplier       | 366 days ago | REG1083 |
      | not-supplier  | asked for on behalf of another supplier        | the incumbent Data Service | the proposed Meter Data Retriever                                          | the Other Supplier | 2 days ahead | REG1084 |
      | before-supply | from before the Supplier began                 | the incumbent Data Service | the proposed Meter Data Retriever                                          | the Supplier       | 400 days ago | REG1036 |
      | foreign-mpid  | under the MPID of another                      | the incumbent Data Service | the proposed Meter Data Retriever with the MPID of the other Meter Data Retriever | the Supplier | 2 days ahead | REG1093 |
      | same          | that it has already                            | the incumbent Data Service | the incumbent Meter Data Retriever                                         | the Supplier       | 2 days ahead | REG1098 |
