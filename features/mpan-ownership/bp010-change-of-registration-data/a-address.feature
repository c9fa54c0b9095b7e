@process:BP010 @theme:mpan-ownership
Feature: BP010a Change of Registration Data - Address
  The network corrects the address of an MPAN, or moves it to another GSP Group. All who hold the MPAN are told, and no
  appointment changes by it.

  Rule: A Smart MPAN

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP010-010 @role:REGS @role:SUP @role:MSS:incumbent @role:SDS:incumbent @segment:S @kind:positive
    Scenario: A change of address reaches all who hold the MPAN, and touches no appointment
      When the Distributor's system changes the address of MPAN "A" with:
        | postcode | ZZ99 7ZZ     |
        | street   | Other Street |
      Then these messages are exchanged for MPAN "A":
        |   | from | to                                                    | message             | with                                                                    |
        | 1 | REGS | SUP, MSS (incumbent), SDS (incumbent), LDSO, MDS, EES | IF-018 [AddressChg] | B022 meteringPointPostcode = ZZ99 7ZZ; B022 addressLine5 = Other Street |
      And the Registration Service sends no second IF-018 [AddressChg] for MPAN "A"
      And the Registration Service sends no IF-036 [MSAppActive] for MPAN "A"
      And the Registration Service sends no IF-037 [DSDeApp] for MPAN "A"
      And the Registration Service's records show B022 meteringPointPostcode = ZZ99 7ZZ for MPAN "A"
      And the Supplier's records show B022 addressLine5 = Other Street for MPAN "A"
      And the incumbent Metering Service's records show B022 meteringPointPostcode = ZZ99 7ZZ for MPAN "A"
      And the incumbent Metering Service's records show the incumbent Metering Service of MPAN "A" as active
      And the incumbent Data Service's records show B022 meteringPointPostcode = ZZ99 7ZZ for MPAN "A"
      And the incumbent Data Service's records show the incumbent Data Service of MPAN "A" as active

    @MQ-BP010-011 @role:REGS @role:SUP @role:MSS:incumbent @role:SDS:incumbent @segment:S @kind:positive
    Scenario: A move to another GSP Group reaches all who hold the MPAN
      When the Distributor's system changes the GSP Group of MPAN "A", effective today with:
        | gspGroup | _B |
      Then these messages are exchanged for MPAN "A":
        |   | from | to                                                    | message         | with                                                                    |
        | 1 | REGS | SUP, MSS (incumbent), SDS (incumbent), LDSO, MDS, EES | IF-018 [GSPChg] | M0 GSPGroupID = _B; B001 GSPGroupEffectiveFromDate = the effective date |
      And the Registration Service sends no second IF-018 [GSPChg] for MPAN "A"
      And the Registration Service's records show B001 GSPGroupEffectiveFromDate = the effective date for MPAN "A"
      And the Supplier's records show B001 GSPGroupEffectiveFromDate = the effective date for MPAN "A"
      And the incumbent Metering Service's records show B001 GSPGroupEffectiveFromDate = the effective date for MPAN "A"
      And the incumbent Data Service's records show B001 GSPGroupEffectiveFromDate = the effective date for MPAN "A"

    @MQ-BP010-020 @role:LDSO @role:MDS @role:EES @segment:S @kind:positive
    Scenario: Network, settlement and enquiry take the new address and the new GSP Group
      When the Distributor's system changes the address of MPAN "A" with:
        | postcode | ZZ99 7ZZ |
      Then the Network Operator receives IF-018 [AddressChg] for MPAN "A" with B022 meteringPointPostcode = ZZ99 7ZZ
      And the Market-wide Data Service receives IF-018 [AddressChg] for MPAN "A" with B022 meteringPointPostcode = ZZ99 7ZZ
      And the Enquiry Service receives IF-018 [AddressChg] for MPAN "A" with B022 meteringPointPostcode = ZZ99 7ZZ
      And the Network Operator's records show B022 meteringPointPostcode = ZZ99 7ZZ for MPAN "A"
      And the Market-wide Data Service's records show B022 meteringPointPostcode = ZZ99 7ZZ for MPAN "A"
      And the Enquiry Service's records show B022 meteringPointPostcode = ZZ99 7ZZ for MPAN "A"
      When the Distributor's system changes the GSP Group of MPAN "A", effective today with:
        | gspGroup | _B |
      Then the Network Operator receives IF-018 [GSPChg] for MPAN "A" with M0 GSPGroupID = _B
      And the Market-wide Data Service receives IF-018 [GSPChg] for MPAN "A" with M0 GSPGroupID = _B
      And the Enquiry Service receives IF-018 [GSPChg] for MPAN "A" with M0 GSPGroupID = _B
      And the Market-wide Data Service's records show B001 GSPGroupEffectiveFromDate = the effective date for MPAN "A"

    @MQ-BP010-030 @role:REGS @segment:S @kind:negative @mode:handles @assumes:status-shown
    Scenario: A recipient that does not hold the MPAN says so later, and Registration shows it
      When the Distributor's system changes the address of MPAN "A"
      Then the Network Operator receives IF-018 [AddressChg] for MPAN "A"
      When the Network Operator reports RCP1061 about the IF-018 [AddressChg] for MPAN "A" afterwards
      Then the Registration Service takes the status message RCP1061 about its IF-018 [AddressChg] for MPAN "A"
      And the Registration Service sends no second IF-018 [AddressChg] for MPAN "A"
      And the Registration Service's records show the status message RCP1061 about its IF-018 [AddressChg] for MPAN "A" as an exception

  Rule: Other segments

    @MQ-BP010-040 @kind:positive
    Scenario Outline: The services of <an> MPAN take the new address
      Given MPAN "A" is <kind>, import and energised, registered to the Supplier
      When the Distributor's system changes the address of MPAN "A" with:
        | postcode | ZZ99 7ZZ |
      Then the incumbent Metering Service receives IF-018 [AddressChg] for MPAN "A" with B022 meteringPointPostcode = ZZ99 7ZZ
      And the incumbent Data Service receives IF-018 [AddressChg] for MPAN "A" with B022 meteringPointPostcode = ZZ99 7ZZ
      And the incumbent Metering Service's records show B022 meteringPointPostcode = ZZ99 7ZZ for MPAN "A"
      And the incumbent Data Service's records show B022 meteringPointPostcode = ZZ99 7ZZ for MPAN "A"
      And the incumbent Data Service's records show the incumbent Data Service of MPAN "A" as active

      @role:MSA:incumbent @role:ADS:incumbent @segment:A
      Examples:
        | case     | an          | kind     |
        | advanced | an Advanced | Advanced |

      @role:UMSO:incumbent @role:UMSDS:incumbent @segment:U
      Examples:
        | case      | an           | kind      |
        | unmetered | an Unmetered | Unmetered |
