package org.foundups.twin.api.access;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.foundups.twin.core.TwinException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Closed unless a route says otherwise.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
public class AccessConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Bean
    ApiKeys apiKeys(JdbcClient database, InstantSource clock) {
        return new ApiKeys(database, clock);
    }

    @Bean
    IdempotencyRecords idempotencyRecords(JdbcClient database, InstantSource clock) {
        return new IdempotencyRecords(database, clock);
    }

    /// There are no user accounts; without this bean one with a generated password would be made.
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException("there are keys, no users");
        };
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            ApiKeys keys,
            AccessSettings settings,
            ProblemWriter problems,
            IdempotencyRecords idempotency)
            throws Exception {
        return http.sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A bearer key is not sent by a browser of its own accord, so there is nothing to
                // forge.
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterBefore(new BearerKeyFilter(keys), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new RateLimitFilter(settings, problems), BearerKeyFilter.class)
                .addFilterAfter(
                        new BodyLimitFilter(settings.bodyLimitBytes(), problems),
                        RateLimitFilter.class)
                .authorizeHttpRequests(routes -> {
                    routes.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                            .permitAll();
                    for (var open : Routes.OPEN) routes.requestMatchers(open).permitAll();
                    for (var route : Routes.ALL) {
                        routes.requestMatchers(route.method(), route.pattern())
                                .hasAuthority(KeyAuthentication.authority(route.scope()));
                    }
                    for (var watched : Routes.WATCHED) {
                        routes.requestMatchers(watched)
                                .hasAuthority(KeyAuthentication.authority(Scope.READ));
                    }
                    routes.requestMatchers("/api/**").authenticated();
                    routes.anyRequest().denyAll();
                })
                .addFilterAfter(
                        new IdempotencyFilter(idempotency, problems),
                        org.springframework.security.web.access.intercept.AuthorizationFilter.class)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint((request, response, refused) ->
                                        problems.write(
                                                request,
                                                response,
                                                TwinException.Code.UNAUTHENTICATED,
                                                "Send a valid key as: Authorization: Bearer <key>."))
                                .accessDeniedHandler((request, response, refused) ->
                                        problems.write(
                                                request,
                                                response,
                                                TwinException.Code.FORBIDDEN,
                                                "This key lacks the scope this call needs.")))
                .build();
    }
}
