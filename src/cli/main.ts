#!/usr/bin/env node
/** What `octavo` starts: the command line, on the machine, in a process of its own. */
import { machineWorld } from '../world/machine.js';
import { runOctavo } from './run-octavo.js';

process.exitCode = await runOctavo(process.argv.slice(2), machineWorld(), process.stdout, process.stderr);
