import type { AppointmentRecord } from '../../../market';
import type { Fault } from './types';

function accepted(appointment: AppointmentRecord): AppointmentRecord {
  const open = appointment.status === 'proposed' || appointment.status === 'refused';
  return open ? { ...appointment, status: 'accepted', code: null } : appointment;
}

export const takes201ForAcceptance: Fault = {
  number: 7,
  what: 'Takes the 201 of the DIP for the acceptance of its proposal.',
  roles: ['SUP'],
  apply: () => ({ records: (records) => ({ ...records, appointments: records.appointments.map(accepted) }) }),
};
