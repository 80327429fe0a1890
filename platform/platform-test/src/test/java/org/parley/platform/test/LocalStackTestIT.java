package org.parley.platform.test;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@LocalStackTest
class LocalStackTestIT {

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private StringRedisTemplate redis;

	@Value("${parley.redis.prefix}")
	private String prefix;

	@Test
	void everyServerIsAvailable() {
		this.mongo.insert(new Document("_id", 1), "things");
		assertThat(this.mongo.estimatedCount("things")).isOne();
		this.redis.opsForValue().set(this.prefix + "thing", "1");
		assertThat(this.redis.opsForValue().get(this.prefix + "thing")).isEqualTo("1");
		assertThat(this.rabbit.<Boolean>execute((channel) -> channel.isOpen())).isTrue();
	}

	@Configuration
	@EnableAutoConfiguration
	static class Anything {

	}

}
