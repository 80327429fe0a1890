package org.parley.gateway.request;

import reactor.netty.NettyPipeline;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WireConfiguration {

	@Bean
	NettyServerCustomizer wireRefusals() {
		return (server) -> server.doOnChannelInit((_, channel, _) -> channel.pipeline()
			.addAfter(NettyPipeline.HttpCodec, "parley.refusals", new WireRefusal())
			.addAfter(NettyPipeline.HttpCodec, "parley.reads", new ReadAfterAnswer())
			.addAfter(NettyPipeline.HttpCodec, "parley.addresses", new AddressEncoder()));
	}

}
