package org.parley.notification.mail.delivery;

import java.util.Set;

import org.parley.notification.mail.MailSettings;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Templates and the loop that sends mails. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

	/** All workers send mails; each mail is claimed on its own. */
	@Bean
	ClusterLoop mailLoop(MailWorker mailWorker) {
		return new ClusterLoop("mails", WorkClaim.none(), mailWorker);
	}

	@Bean
	ITemplateResolver htmlMails() {
		return resolver(TemplateMode.HTML, "*.html");
	}

	@Bean
	ITemplateResolver textMails() {
		return resolver(TemplateMode.TEXT, "*.txt");
	}

	private static ITemplateResolver resolver(TemplateMode mode, String names) {
		var resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("mails/");
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		resolver.setResolvablePatterns(Set.of(names));
		resolver.setOrder(1);
		return resolver;
	}

	/** Production requires a mail server, so that no mail is lost unnoticed. */
	@Bean
	@Profile("production")
	InitializingBean mailServerCheck(@Value("${spring.mail.host:}${parley.mail.transport.servers:}") String servers,
			@Value("${parley.mail.from:}") String from) {
		return () -> {
			if (servers.isBlank()) {
				throw new IllegalStateException(
						"spring.mail.host must name a mail server in production: set PARLEY_SMTP_HOST or PARLEY_MAIL_SERVERS");
			}
			if (!from.contains("@")) {
				throw new IllegalStateException(
						"parley.mail.from must be a mail address in production: set PARLEY_MAIL_FROM");
			}
		};
	}

}
