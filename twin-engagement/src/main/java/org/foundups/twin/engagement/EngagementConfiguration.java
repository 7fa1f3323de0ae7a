package org.foundups.twin.engagement;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;

/// To be imported by the application that uses this package: makes its entities known to JPA. The
/// classes themselves are made with `new`.
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = EngagementConfiguration.class)
public class EngagementConfiguration {}
