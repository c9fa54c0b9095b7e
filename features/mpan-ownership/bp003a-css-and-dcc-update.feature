@process:BP003A @theme:mpan-ownership
Feature: BP003A CSS and DCC Update
  The DCC is told which Meter Data Retriever is to serve a Smart MPAN, and its answer goes to the Data Service and the
  Supplier. The Data Service has the retriever start, and stop when the DCC's service ends.

  Rule: The Data Service asks for another retriever

    Background:
      Given MPAN "A" is Smart, import, energised and remotely read, registered to the Supplier

    @MQ-BP003A-010 @role:SUP @role:REGS @role:SDS:incumbent @role:MDR @segment:S @kind:positive
    Scenario: The DCC accepts the retriever, which is then started
      When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
        | retriever | the proposed Meter Data Retriever |
      Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A" with B099 responseCode = A
      When the DCC accepts the retriever of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from            | to                   | message                     | order   | with                                                                                                            |
        | a | REGS            | DCC                  | off-DIP: retriever assigned |         |                                                                                                                 |
        | b | DCC             | REGS                 | off-DIP: retriever accepted |         |                                                                                                                 |
        | 1 | REGS            | SDS (incumbent), SUP | IF-035 [DCC-MDROutcome]     | after b | B066 responseCode = A; B066 assignedMDRDIPID = MDR (proposed); B066 assignedMDREffectiveFromDate = the effective date |
        | 2 | SDS (incumbent) | MDR (proposed)       | IF-061 [MDRStart]           | after 1 | B019 assignedMDRDIPID = MDR (proposed); B019 assignedMDREffectiveFromDate = the effective date; B078 energyDirection = I |
        | 3 | MDR (proposed)  | SDS (incumbent)      | IF-062 [MDRStartResponse]   | after 2 | R0 responseCode = A; B019 = as in 2                                                                             |
      And the incumbent Data Service sends no second IF-061 [MDRStart] for MPAN "A"
      And the Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as active

    @MQ-BP003A-030 @role:REGS @role:SUP @role:SDS:incumbent @role:MDR:incumbent @segment:S @kind:negative @mode:handles
    Scenario: The DCC refuses the retriever, and the one in place stays
      When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
        | retriever | the proposed Meter Data Retriever |
      Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A" with B099 responseCode = A
      When the DCC refuses the retriever of MPAN "A" with:
        | reason | The retriever is no user of the DCC |
      Then the incumbent Data Service receives IF-035 [DCC-MDROutcome] for MPAN "A" with B066 responseCode = R; B066 responseMessage starts with The retriever is no user
      And the Supplier receives IF-035 [DCC-MDROutcome] for MPAN "A" with B066 responseCode = R
      And the incumbent Data Service sends no IF-061 [MDRStart] for MPAN "A"
      And the incumbent Data Service sends no IF-063 [MDRStop] for MPAN "A"
      And the incumbent Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as active

    @MQ-BP003A-031 @role:REGS @role:SDS:incumbent @role:MDR:incumbent @segment:S @kind:negative @mode:handles
    Scenario: After the DCC's refusal the Data Service asks for another retriever, which replaces the one in place
      When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
        | retriever | the proposed Meter Data Retriever |
      Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A" with B099 responseCode = A
      When the DCC refuses the retriever of MPAN "A"
      Then the incumbent Data Service receives IF-035 [DCC-MDROutcome] for MPAN "A" with B066 responseCode = R
      When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
        | retriever | the other Meter Data Retriever |
      Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A" with B099 responseCode = A
      When the DCC accepts the retriever of MPAN "A"
      Then the incumbent Data Service sends IF-061 [MDRStart] for MPAN "A" with B019 assignedMDRDIPID = MDR (another)
      And the incumbent Meter Data Retriever receives IF-063 [MDRStop] for MPAN "A" with B083 assignedMDRDIPID = MDR (incumbent)
      And the incumbent Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as ended

    @MQ-BP003A-210 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario: After the DCC's refusal Registration puts only a retriever to the DCC
      When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
        | retriever | the proposed Meter Data Retriever |
      Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A" with B099 responseCode = A
      When the DCC refuses the retriever of MPAN "A"
      Then the incumbent Data Service receives IF-035 [DCC-MDROutcome] for MPAN "A" with B066 responseCode = R
      When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
        | retriever | the other Data Service |
      Then the Registration Service sends IF-035 [SDS-MDROutcome] for MPAN "A" with B099 = R, REG1081

    @MQ-BP003A-310 @role:MDR @segment:S @kind:fault
    Scenario: A start that is delivered twice is answered once by the Meter Data Retriever
      Given the DIP will deliver the next IF-061 [MDRStart] for MPAN "A" to the Meter Data Retriever twice
      When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
        | retriever | the proposed Meter Data Retriever |
      Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A" with B099 responseCode = A
      When the DCC accepts the retriever of MPAN "A"
      Then the Meter Data Retriever sends IF-062 [MDRStartResponse] for MPAN "A" with R0 responseCode = A
      And the Meter Data Retriever sends no second IF-062 [MDRStartResponse] for MPAN "A"
      And the Meter Data Retriever's records show the incumbent Data Service of MPAN "A" once

    @MQ-BP003A-330 @role:MDR @segment:S @kind:security
    Scenario Outline: The Meter Data Retriever refuses a start with <what>
      Given the DIP will also send the Meter Data Retriever a copy of the next IF-061 [MDRStart] for MPAN "A" with <what>
      When the incumbent Data Service changes the retriever of MPAN "A", effective 2 days ahead with:
        | retriever | the proposed Meter Data Retriever |
      Then the incumbent Data Service receives IF-035 [SDS-MDROutcome] for MPAN "A" with B099 responseCode = A
      When the DCC accepts the retriever of MPAN "A"
      Then the Meter Data Retriever refuses the spoilt copy of IF-061 [MDRStart] for MPAN "A"
      And the Meter Data Retriever sends IF-062 [MDRStartResponse] for MPAN "A" with R0 responseCode = A
      And the Meter Data Retriever sends no second IF-062 [MDRStartResponse] for MPAN "A"

      Examples:
        | case        | what                      |
        | schema      | a broken schema           |
        | signature   | a wrong signature         |
        | environment | a foreign environment tag |

  Rule: A Data Service is appointed with a retriever

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP003A-020 @role:REGS @role:SUP @role:SDS @role:MDR @segment:S @kind:positive @needs:dayArrives
    Scenario: The retriever of a new appointment starts, and the DCC's answer is passed on
      When the Supplier proposes a Data Service to MPAN "A", effective 10 days ahead with:
        | scenario  | CSP                        |
        | retriever | the Meter Data Retriever   |
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A" with B019 assignedMDRDIPID = MDR (proposed)
      When the effective date of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                      | order   | with                                                                                                      |
        | 1 | REGS           | SDS (proposed) | IF-036 [DSAppActive]         |         | B019 assignedMDRDIPID = MDR (proposed); B019 assignedMDREffectiveFromDate = the effective date            |
        | a | REGS           | CSS            | off-DIP: appointment details |         |                                                                                                           |
        | b | REGS           | DCC            | off-DIP: retriever assigned  |         |                                                                                                           |
        | 2 | SDS (proposed) | MDR (proposed) | IF-061 [MDRStart]            | after 1 | B019 = as in 1; B012 serviceProviderAppointmentRequestingSupplierDIPID = SUP                              |
        | 3 | MDR (proposed) | SDS (proposed) | IF-062 [MDRStartResponse]    | after 2 | R0 responseCode = A; B019 = as in 2; B025 = as in 2                                                       |
      When the DCC accepts the retriever of MPAN "A"
      Then the proposed Data Service receives IF-035 [DCC-MDROutcome] for MPAN "A" with B066 responseCode = A; B066 assignedMDRDIPID = MDR (proposed)
      And the Supplier receives IF-035 [DCC-MDROutcome] for MPAN "A" with B066 responseCode = A
      And the proposed Data Service sends no second IF-061 [MDRStart] for MPAN "A"
      And the Meter Data Retriever's records show the proposed Data Service of MPAN "A" as active

    @MQ-BP003A-130 @role:SDS @segment:S @kind:negative @mode:handles @needs:dayArrives
    Scenario: The retriever refuses the start and is started again only when the Data Service decides so
      Given the Meter Data Retriever will refuse the next IF-061 [MDRStart] for MPAN "A" with REG1081
      When the Supplier proposes a Data Service to MPAN "A", effective 10 days ahead with:
        | scenario  | CSP                      |
        | retriever | the Meter Data Retriever |
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the proposed Data Service receives IF-062 [MDRStartResponse] for MPAN "A" with R0 responseCode = R, REG1081
      And the proposed Data Service sends no second IF-061 [MDRStart] for MPAN "A"

    @MQ-BP003A-131 @role:SDS @segment:S @kind:negative @mode:handles @needs:dayArrives
    Scenario: After a refusal the Data Service has the retriever start again
      Given the Meter Data Retriever will refuse the next IF-061 [MDRStart] for MPAN "A" with REG1081
      When the Supplier proposes a Data Service to MPAN "A", effective 10 days ahead with:
        | scenario  | CSP                      |
        | retriever | the Meter Data Retriever |
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the proposed Data Service receives IF-062 [MDRStartResponse] for MPAN "A" with R0 responseCode = R, REG1081
      When the proposed Data Service starts the retrieval of MPAN "A"
      Then the proposed Data Service sends IF-061 [MDRStart] for MPAN "A" with B019 assignedMDRDIPID = MDR (proposed)
      And the proposed Data Service receives IF-062 [MDRStartResponse] for MPAN "A" with R0 responseCode = A

    @MQ-BP003A-120 @role:SUP @segment:S @kind:negative @mode:handles
    Scenario: Where the DCC does not serve the MPAN the Data Service may refuse the appointment
      Given the proposed Data Service will refuse the next IF-033 [DSAppSPRequest] for MPAN "A" with SP009
      When the DCC changes the service flag of MPAN "A" with:
        | flag | N |
      Then the Supplier receives IF-018 [DCCEnrolment] for MPAN "A" with B029 DCCServiceFlag = N
      When the Supplier proposes a Data Service to MPAN "A", effective 10 days ahead with:
        | scenario  | CSP                      |
        | retriever | the Meter Data Retriever |
      Then the Supplier receives IF-035 [DSAppRejected] for MPAN "A" with B007 = R, SP009
      And the Supplier's records show the proposed Data Service of MPAN "A" as refused
      And the Supplier's records show the incumbent Data Service of MPAN "A" as active

  Rule: The DCC's service changes

    Background:
      Given MPAN "A" is Smart, import, energised and remotely read, registered to the Supplier

    @MQ-BP003A-040 @role:SUP @role:REGS @role:MSS:incumbent @role:SDS:incumbent @role:MDR:incumbent @role:LDSO @role:MDS @role:EES @segment:S @kind:positive
    Scenario: The DCC ends its service and all are told, and the retrieval stops
      When the DCC changes the service flag of MPAN "A", effective 3 days ahead with:
        | flag | N |
      Then these messages are exchanged for MPAN "A":
        |   | from            | to                                                    | message               | order   | with                                                                              |
        | a | DCC             | REGS                                                  | off-DIP: service flag |         |                                                                                   |
        | 1 | REGS            | SUP, MSS (incumbent), SDS (incumbent), LDSO, MDS, EES | IF-018 [DCCEnrolment] | after a | B029 DCCServiceFlag = N; B029 DCCEffectiveFromDate = the effective date           |
        | 2 | SDS (incumbent) | MDR (incumbent)                                       | IF-063 [MDRStop]      | after 1 | B083 assignedMDRDIPID = MDR (incumbent); B083 assignedMDREffectiveToDate = the effective date |
      And the incumbent Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as ended

    @MQ-BP003A-050 @role:REGS @role:SDS:incumbent @role:MDR:incumbent @segment:S @kind:positive
    Scenario: The DCC serves the MPAN again and the retrieval starts anew
      When the DCC changes the service flag of MPAN "A" with:
        | flag | N |
      Then the incumbent Data Service sends IF-063 [MDRStop] for MPAN "A" with B083 assignedMDRDIPID = MDR (incumbent)
      And the incumbent Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as ended
      When the DCC changes the service flag of MPAN "A" with:
        | flag | A |
      Then the incumbent Data Service sends IF-061 [MDRStart] for MPAN "A" with B019 assignedMDRDIPID = MDR (incumbent)
      And the incumbent Meter Data Retriever sends IF-062 [MDRStartResponse] for MPAN "A" with R0 responseCode = A
      And the incumbent Meter Data Retriever's records show the incumbent Data Service of MPAN "A" as active

    @MQ-BP003A-060 @role:REGS @segment:S @kind:positive
    Scenario: What the DCC says again is told to nobody
      When the DCC changes the service flag of MPAN "A" with:
        | flag | N |
      Then the Registration Service sends IF-018 [DCCEnrolment] for MPAN "A"
      When the DCC changes the service flag of MPAN "A" with:
        | flag | N |
      Then the Registration Service sends no second IF-018 [DCCEnrolment] for MPAN "A"
