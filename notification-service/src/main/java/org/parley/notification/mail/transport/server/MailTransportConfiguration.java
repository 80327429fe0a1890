package org.parley.notification.mail.transport.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.MailSettings;
import org.parley.notification.mail.transport.MailRoute;
import org.parley.notification.mail.transport.MailServerLimits;
import org.parley.notification.mail.transport.MailServerUnavailableException;
import org.parley.notification.mail.transport.MailServers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail servers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailTransportSettings.class)
class MailTransportConfiguration {

	/** Uses the servers of the settings; without them the one of {@code spring.mail}. */
	@Bean
	MailServers mailServers(MailTransportSettings transport, MailSettings settings, JavaMailSenderImpl smtp,
			MailServerLimits limits, InstantSource clock) throws AddressException {
		var from = new InternetAddress(settings.from()).getAddress();
		var dkim = transport.dkim().key(from);
		var api = new MailApi(clock);
		var routes = servers(transport, smtp).stream().map((address) -> new MailRoute(switch (address.protocol()) {
			case SMTP -> new SmtpMailServer(address, smtp.getJavaMailProperties(), new MimeMails(from, dkim, clock));
			case SENDGRID -> new SendGridMailServer(address, from, api);
			case MAILGUN -> new MailgunMailServer(address, from, api);
		}, quota(address, limits), settings, clock)).toList();
		return new MailServers(routes, settings.lease());
	}

	private static Supplier<Optional<Instant>> quota(MailServerAddress address, MailServerLimits limits) {
		var limit = address.limit();
		return (limit != null) ? () -> limits.take(address.name(), limit) : Optional::empty;
	}

	private static List<MailServerAddress> servers(MailTransportSettings transport, JavaMailSenderImpl smtp) {
		return transport.servers().isEmpty() ? List.of(of(smtp)) : transport.addresses();
	}

	private static MailServerAddress of(JavaMailSenderImpl smtp) {
		return new MailServerAddress(MailServerAddress.Protocol.SMTP, isSecure(smtp.getJavaMailProperties()),
				String.valueOf(smtp.getHost()), smtp.getPort(), orEmpty(smtp.getUsername()),
				orEmpty(smtp.getPassword()), null);
	}

	private static boolean isSecure(Properties properties) {
		return Boolean.parseBoolean(properties.getProperty("mail.smtp.ssl.enable"));
	}

	private static String orEmpty(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/** Takes the place of Spring Boot's, which knows one server. */
	@Bean
	HealthIndicator mailHealthIndicator(MailServers mailServers) {
		return () -> {
			try {
				mailServers.check();
				return Health.up().build();
			}
			catch (MailServerUnavailableException ex) {
				return Health.down(ex).build();
			}
		};
	}

}
