package io.zhenggai.kit.problem;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/**
 * Validates parameters of operations, which are there as a whole. Whether a property is loaded need not be remembered for each: of a filter with
 * many values that takes more than the checks themselves.
 */
@Singleton
public class ValidatorOfRequests implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.enableTraversableResolverResultCache(false);
    }
}
