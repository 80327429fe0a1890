package org.parley.notification.mail.transport;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The mail servers in the order in which they are asked: a mail goes to the first one
 * that is available and has not reached its limit, and to the next one if that server
 * certainly has not accepted it.
 */
public class MailServers {

	private final List<MailRoute> routes;

	private final Duration timePerServer;

	/** Uses servers. */
	public MailServers(List<MailRoute> routes, Duration lease) {
		this.routes = List.copyOf(routes);
		this.timePerServer = lease.dividedBy(routes.size() + 1L);
	}

	/** Whether a server may accept a mail now. */
	public boolean isAvailable() {
		return this.routes.stream().anyMatch(MailRoute::isAvailable);
	}

	/**
	 * Sends a mail.
	 * @throws MailRefusedException if a server refuses it for good, or all refuse it for
	 * now
	 * @throws MailServerUnavailableException if no server accepts mails now
	 * @throws MailUnconfirmedException if a server may have accepted it
	 */
	public void deliver(OutgoingMail mail) {
		RuntimeException failure = MailServerUnavailableException.atLimit();
		for (var route : this.routes) {
			var refusal = tryRoute(route, mail);
			if (refusal == null) {
				return;
			}
			failure = weightier(failure, refusal);
		}
		throw failure;
	}

	/** Why a server has not accepted a mail; null if it has. */
	private @Nullable RuntimeException tryRoute(MailRoute route, OutgoingMail mail) {
		if (!route.isAvailable() || !route.isWithinLimit()) {
			return MailServerUnavailableException.atLimit();
		}
		try {
			route.send(mail, this.timePerServer);
			return null;
		}
		catch (MailRefusedException ex) {
			if (ex.isPermanent()) {
				throw ex;
			}
			return ex;
		}
		catch (MailServerUnavailableException ex) {
			return ex;
		}
	}

	private static RuntimeException weightier(RuntimeException one, RuntimeException other) {
		var isBusy = other instanceof MailServerUnavailableException unavailable && unavailable.isBusy();
		return (one instanceof MailRefusedException || isBusy) ? one : other;
	}

	/** Checks that a server answers. */
	public void check() {
		MailServerUnavailableException failure = MailServerUnavailableException.atLimit();
		for (var route : this.routes) {
			try {
				route.server().check();
				return;
			}
			catch (MailServerUnavailableException ex) {
				failure = ex;
			}
		}
		throw failure;
	}

}
