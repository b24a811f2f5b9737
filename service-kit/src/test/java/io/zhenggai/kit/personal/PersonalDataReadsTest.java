package io.zhenggai.kit.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.testsupport.Chains;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class PersonalDataReadsTest {

    private static final EncryptedColumn WORDS = EncryptedColumn.of("letter", "words");
    private static final String CHAIN =
            "select sequence, entry, hash from personal_data_read where person = ? order by sequence";

    @Inject
    PersonalDataReads reads;

    @Inject
    AgroalDataSource dataSource;

    private final String person = UUID.randomUUID().toString();

    @Test
    void readingsOfOnePersonAreOneChainHoweverManyAreUnderWay() throws Exception {
        int readings = 40;
        Caller caller = caller(person, Role.OFFICE, "410100");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> all = IntStream.range(0, readings)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        QuarkusTransaction.requiringNew()
                                .run(() -> reads.note(caller, WORDS, List.of(UUID.randomUUID())));
                        return null;
                    })
                    .toList();
            for (Future<Void> reading : threads.invokeAll(all)) {
                reading.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(Chains.links(dataSource, CHAIN, person)).isEqualTo(readings);
    }

    @Test
    void eachSaysWhoWasShownWhatOfWhichThingsAndInWhosePartOfTheProvince() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        reads.note(caller(person, Role.PROVINCE, "410000"), WORDS, List.of(first, second));
        reads.note(caller(person, Role.COUNTY, "410181"), WORDS, List.of(first));
        reads.note(caller(person, Role.COUNTY, "410181"), WORDS, List.of());

        assertThat(Sql.texts(dataSource, """
                select concat_ws(' ', sequence, city, region, data, cardinality(owners), entry::jsonb ->> 'role', entry::jsonb -> 'owners' ->> 0)
                from personal_data_read where person = '""" + person + "' order by sequence"))
                .containsExactly(
                        "1 410000 410000 letter.words 2 province " + first,
                        "2 410100 410181 letter.words 1 county " + first);
    }

    private static Caller caller(String person, Role role, String region) {
        return new Caller(person, "李四", role, region, Optional.empty(), Set.of());
    }
}
