package org.parley.launcher.command;

import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints the development accounts of this checkout.
 */
@Command(name = "accounts", description = "Print the accounts of a development start.")
public final class AccountsCommand implements Runnable {

	@Option(names = "--json", description = "as JSON")
	private boolean json;

	@Override
	public void run() {
		var accounts = Accounts.of(Checkout.here());
		System.out.println(this.json ? JsonMapper.shared().writeValueAsString(accounts.accounts()) : accounts.table());
	}

}
