package org.parley.platform.web.idempotency;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import org.parley.platform.mongo.transaction.TransactionAutoConfiguration;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.PlatformWebAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultBeanFactoryPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Controller;

/** Configures idempotency keys for services with a database. */
@AutoConfiguration(after = { TransactionAutoConfiguration.class, PlatformWebAutoConfiguration.class })
@ConditionalOnBean(MongoDatabaseFactory.class)
public class IdempotencyAutoConfiguration {

	/**
	 * Controllers are found by annotations: an expression of AspectJ would be matched
	 * against each method of each bean, a tenth of the start. It refers to the
	 * interceptor by its name, so that an advisor does not create what that needs.
	 */
	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static DefaultBeanFactoryPointcutAdvisor idempotencyAdvisor() {
		var advisor = new DefaultBeanFactoryPointcutAdvisor();
		advisor.setPointcut(new AnnotationMatchingPointcut(Controller.class, Idempotent.class, true));
		advisor.setAdviceBeanName("idempotencyInterceptor");
		return advisor;
	}

	@Bean
	IdempotencyInterceptor idempotencyInterceptor(HttpServletRequest request, MongoOperations mongo, UnitOfWork work,
			JsonMapper json, InstantSource clock, Fingerprints fingerprints) {
		return new IdempotencyInterceptor(request, mongo, work, json, clock, fingerprints);
	}

	/**
	 * The default secret is the key that all services with personal data already have.
	 */
	@Bean
	Fingerprints idempotencyFingerprints(
			@Value("${parley.idempotency.key:${parley.events.keys.auth-service:}}") String secrets,
			@Value("${spring.application.name:}") String service) {
		return Fingerprints.of(secrets, service);
	}

	/**
	 * Refuses to start a service with {@link Idempotent} methods but without a secret.
	 */
	@Bean
	SmartInitializingSingleton idempotencyKeyCheck(Fingerprints fingerprints, ListableBeanFactory beans) {
		return () -> {
			if (!fingerprints.hasKey() && isNeeded(beans)) {
				throw new IllegalStateException(
						"parley.idempotency.key must be 32 random bytes in base64: `openssl rand -base64 32`");
			}
		};
	}

	private static boolean isNeeded(ListableBeanFactory beans) {
		return beans.getBeansWithAnnotation(Controller.class)
			.values()
			.stream()
			.flatMap((controller) -> Arrays.stream(AopUtils.getTargetClass(controller).getDeclaredMethods()))
			.anyMatch((method) -> method.isAnnotationPresent(Idempotent.class));
	}

	@Bean
	InitializingBean idempotencyIndexes(MongoOperations mongo) {
		return () -> mongo.indexOps(IdempotencyRecord.class)
			.createIndex(new Index("at", Sort.Direction.ASC).expire(Duration.ofHours(24)));
	}

}
