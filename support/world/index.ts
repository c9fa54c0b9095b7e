/** What steps are written with: Given, When and Then whose `this` is the World. */
import { Given as given, Then as then, When as when, type DataTable } from '@cucumber/cucumber';
import './hooks';
import './parameter-types';
import type { QualifyWorld } from './world';

// The arguments of a step are what its expression captures; each step types its own.
type Step = <A extends unknown[]>(
  pattern: string | RegExp,
  body: (this: QualifyWorld, ...args: A) => Promise<'pending' | void>,
) => void;

export const Given: Step = given;
export const When: Step = when;
export const Then: Step = then;
export type { DataTable };
export type { MessageName } from '../catalogue';
export type { ActName } from '../market';
export type { LimitName } from '../stage';
export type { Again } from './missed';
export type { Manner, Spoiling } from './troubles';
export type { QualifyWorld } from './world';
