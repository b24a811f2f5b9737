package io.zhenggai.client;

import io.zhenggai.acceptance.contract.ContractCheck;
import io.zhenggai.acceptance.contract.ContractCheck.Answered;
import io.zhenggai.acceptance.contract.Operation;
import io.zhenggai.acceptance.system.Stage;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Clients of demonstration accounts; each answer that any of them gets is held against the contract. */
final class Accounts {

    private final Stage stage;
    private final ContractCheck check;
    private final Set<String> carriedOut = new TreeSet<>();

    Accounts(Stage stage) {
        this.stage = stage;
        this.check = new ContractCheck(stage.contract());
    }

    /** @return a client of that account, such as {@code office:411300} */
    ApiClient as(String account) {
        return withToken(stage.token(account));
    }

    ApiClient withToken(String token) {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Authorization", "Bearer " + token)
                        .build()))
                .addInterceptor(this::checked)
                .build();
        return new ApiClient(http).setBasePath(stage.system().gatewayUrl());
    }

    private Response checked(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        Answered answered = new Answered(
                response.code(),
                response::header,
                response.peekBody(Long.MAX_VALUE).bytes());
        check.of(chain.request().method(), chain.request().url().encodedPath(), answered)
                .filter(operation -> response.isSuccessful())
                .map(Operation::id)
                .ifPresent(carriedOut::add);
        return response;
    }

    /** @return the operationId of each operation that was not refused */
    Set<String> carriedOut() {
        return Set.copyOf(carriedOut);
    }
}
