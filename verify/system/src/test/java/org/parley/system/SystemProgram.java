package org.parley.system;

import org.parley.demo.DemoCommand;
import org.parley.launcher.Parley;
import org.parley.seed.SeedCommand;

/** The main class of the commands that use a running Parley. */
final class SystemProgram {

	private SystemProgram() {
	}

	static void main(String[] args) {
		System.exit(Parley.execute(args, new DemoCommand(), new SeedCommand()));
	}

}
