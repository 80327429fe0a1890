package org.parley.webhook.receipt.smtp;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.mail.TaggedAddress;
import org.parley.platform.runtime.ProcessRole;
import org.subethamail.smtp.server.SMTPServer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Receives mails to the address of this installation, and no others. A mail is accepted
 * when it is stored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321</a>
 */
@Component
@EnableConfigurationProperties(SmtpSettings.class)
class SmtpServer implements SmartLifecycle {

	private static final int MAX_RECIPIENTS = 5;

	private static final int TIMEOUT_SECONDS = 60;

	private final SmtpSettings settings;

	private final ProcessRole processRole;

	private final String address;

	private final ReceiveMail receiveMail;

	private final SslBundles bundles;

	private @Nullable SMTPServer server;

	SmtpServer(SmtpSettings settings, ProcessRole processRole, @Value("${parley.mail.replies.address:}") String address,
			ReceiveMail receiveMail, SslBundles bundles) {
		this.settings = settings;
		this.processRole = processRole;
		this.address = address;
		this.receiveMail = receiveMail;
		this.bundles = bundles;
	}

	@Override
	public void start() {
		var mailbox = TaggedAddress.of(this.address).orElse(null);
		var port = this.settings.port();
		if (port == null || mailbox == null || !this.processRole.answers()) {
			return;
		}
		var builder = SMTPServer.port(port)
			.hostName(mailbox.domain())
			.softwareName("Parley")
			.maxConnections(this.settings.connections())
			.maxRecipients(MAX_RECIPIENTS)
			.maxMessageSize(Math.toIntExact(this.settings.maxSize().toBytes()))
			.connectionTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
			.insertReceivedHeaders(false)
			.messageHandlerFactory((_) -> new SmtpTransaction(mailbox, this.receiveMail));
		var bundle = this.settings.bundle();
		if (bundle != null) {
			builder.enableTLS().startTlsSocketFactory(this.bundles.getBundle(bundle).createSslContext());
		}
		var started = builder.build();
		started.start();
		this.server = started;
	}

	@Override
	public void stop() {
		if (this.server != null) {
			this.server.stop();
			this.server = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.server != null;
	}

	/** The port on which it listens; 0 if it does not. */
	int port() {
		return (this.server != null) ? this.server.getPortAllocated() : 0;
	}

}
