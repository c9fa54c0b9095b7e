@process:BP001 @theme:mpan-ownership
Feature: BP001 Change of Supplier: retrieval, readings and consumption
  Once the switch has taken effect the new Data Service has its retriever start and submits consumption; the outgoing
  one has its own stop, and passes the reading at the Supply Start Date (SSD).

  Rule: A Smart MPAN that changes supplier and services

    Background:
      Given MPAN "A" is Smart, import, energised and remotely read, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier proposes a Data Service to MPAN "A" with:
        | retriever | the Meter Data Retriever |
      Then the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A" with B019 assignedMDRDIPID = MDR (proposed)
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives

    @MQ-BP001-410 @role:SUP @role:REGS @role:SDS @role:SDS:incumbent @role:MDR @role:MDR:incumbent @segment:S @kind:positive @needs:dayArrives
    Scenario: The new retriever starts and the old one stops on the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message                   | order   | with                                                                                                                      |
        | 1 | SUP (incoming)  | REGS            | IF-031 [DSApp]            |         | B071 supplierNominatedMDRDIPID = MDR (proposed); B071 supplierNominatedMDREffectiveFromDate = SSD                         |
        | 2 | REGS            | SDS (proposed)  | IF-036 [DSAppActive]      | after 1 | B015 incomingDataServiceEffectiveFromDate = SSD; B019 assignedMDRDIPID = MDR (proposed); B019 assignedMDREffectiveFromDate = SSD |
        | 3 | REGS            | SDS (outgoing)  | IF-037 [DSDeApp]          |         | B009 deAppointmentReasonCode = CSUPP                                                                                      |
        | 4 | SDS (proposed)  | MDR (proposed)  | IF-061 [MDRStart]         | after 2 | A0 primaryRecipients = MDR (proposed); B019 = as in 2; B012 serviceProviderAppointmentRequestingSupplierDIPID = SUP (incoming) |
        | 5 | MDR (proposed)  | SDS (proposed)  | IF-062 [MDRStartResponse] | after 4 | A0 primaryRecipients = SDS (proposed); R0 responseCode = A; B019 = as in 4                                                |
        | 6 | SDS (outgoing)  | MDR (incumbent) | IF-063 [MDRStop]          | after 3 | A0 primaryRecipients = MDR (incumbent); B083 assignedMDRDIPID = MDR (incumbent); B083 assignedMDREffectiveToDate = SSD    |
      And the proposed Data Service sends no second IF-061 [MDRStart] for MPAN "A"
      And the Meter Data Retriever's records show the proposed Data Service of MPAN "A" as active
      And the incumbent Meter Data Retriever's records show the outgoing Data Service of MPAN "A" as ended

    @MQ-BP001-420 @role:SUP @role:SUP:outgoing @role:SDS @segment:S @kind:positive @needs:dayArrives @needs:sendReading
    Scenario: The outgoing Data Service sends the reading at the SSD to the new one
      Then the outgoing Data Service receives IF-037 [DSDeApp] for MPAN "A" with B011 incomingDataServiceDIPID = SDS (proposed)
      When the outgoing Data Service sends a reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from           | to                                             | message             | order | with                                                                                                         |
        | 1 | SDS (outgoing) | SDS (proposed), SUP (incoming), SUP (outgoing) | IF-041 [ReadingCOS] |       | A0 primaryRecipients = SDS (proposed); B064 readingMethod = A; B064 cumulativeRegisterReadingDateTime = SSD |

    @MQ-BP001-430 @role:SUP @role:SDS @segment:S @kind:positive @needs:dayArrives @needs:sendEstimate
    Scenario: For want of a reading the outgoing Data Service sends an estimate
      Then the outgoing Data Service receives IF-037 [DSDeApp] for MPAN "A"
      When the outgoing Data Service sends an estimated reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from           | to                             | message             | order | level  | with                                                                                                         |
        | 1 | SDS (outgoing) | SDS (proposed), SUP (incoming) | IF-041 [DSEstimate] |       | should | A0 primaryRecipients = SDS (proposed); B064 readingMethod = E; B064 cumulativeRegisterReadingDateTime = SSD |

    @MQ-BP001-431 @role:SUP @role:SDS @segment:S @kind:positive @needs:dayArrives @needs:sendEstimate @needs:agreeReading
    Scenario: The suppliers dispute an estimate, and the Incoming Supplier sends the reading that they agreed on
      Then the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A"
      And the outgoing Data Service receives IF-037 [DSDeApp] for MPAN "A"
      When the outgoing Data Service sends an estimated reading of MPAN "A"
      Then the proposed Data Service receives IF-041 [DSEstimate] for MPAN "A"
      When the Incoming Supplier sends the agreed reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                    | order | level  | with                                                                             |
        | 1 | SUP (incoming) | SDS (proposed) | IF-041 [SupplierAgreedCOS] |       | should | A0 primaryRecipients = SDS (proposed); B064 cumulativeRegisterReadingDateTime = SSD |

    @MQ-BP001-440 @role:SUP @role:SDS @role:LDSO @role:MDS @segment:S @kind:positive @needs:dayArrives @needs:sendConsumption
    Scenario: The new Data Service submits consumption from the SSD
      Then the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A"
      When the proposed Data Service sends the consumption of MPAN "A" with:
        | date | the SSD |
      Then these messages are exchanged for MPAN "A":
        |   | from           | to                        | message              | order | with                                                                                          |
        | 1 | SDS (proposed) | SUP (incoming), LDSO, MDS | IF-021 [ActivePower] |       | B044 issuingDataServiceDIPID = SDS (proposed); B900 measurementQuantityID = AI                |
      And the Market-wide Data Service sends no IF-014 [ActivePowerRejected] for MPAN "A"

  Rule: A Smart MPAN whose Data Service stays

    @MQ-BP001-450 @role:SUP @role:SDS:incumbent @segment:S @kind:positive @needs:dayArrives @needs:sendReading
    Scenario: A Data Service that stays sends the reading at the SSD to the Incoming Supplier
      Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier proposes a Data Service to MPAN "A" with:
        | service | the incumbent Data Service |
      Then the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then the incumbent Data Service receives IF-036 [DSAppActive] for MPAN "A"
      When the incumbent Data Service sends a reading of MPAN "A"
      Then these messages are exchanged for MPAN "A":
        |   | from            | to             | message             | order | with                                                                          |
        | 1 | SDS (incumbent) | SUP (incoming) | IF-041 [ReadingCOS] |       | B064 readingMethod = A; B064 cumulativeRegisterReadingDateTime = SSD          |

  Rule: An Advanced MPAN

    @MQ-BP001-460 @role:SUP @role:ADS @role:LDSO @role:MDS @segment:A @kind:positive @needs:dayArrives @needs:sendReading @needs:sendConsumption
    Scenario: The Advanced Data Services pass the reading at the SSD and submit consumption from it
      Given MPAN "A" is Advanced, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then the outgoing Data Service receives IF-037 [DSDeApp] for MPAN "A"
      And the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A"
      When the outgoing Data Service sends a reading of MPAN "A"
      Then the proposed Data Service receives IF-041 [ReadingCOS] for MPAN "A" with B064 cumulativeRegisterReadingDateTime = SSD
      When the proposed Data Service sends the consumption of MPAN "A" with:
        | date | the SSD |
      Then these messages are exchanged for MPAN "A":
        |   | from           | to                             | message              | order | with                                                                |
        | 1 | ADS (outgoing) | ADS (proposed), SUP (incoming) | IF-041 [ReadingCOS]  |       | A0 primaryRecipients = ADS (proposed)                               |
        | 2 | ADS (proposed) | SUP (incoming), LDSO, MDS      | IF-021 [ActivePower] |       | B044 issuingDataServiceDIPID = ADS (proposed)                       |
