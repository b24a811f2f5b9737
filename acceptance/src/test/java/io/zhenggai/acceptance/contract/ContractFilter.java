package io.zhenggai.acceptance.contract;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;

/** Holds each answer against the published contract, as {@link ContractCheck} has it. */
public final class ContractFilter implements Filter {

    private final ContractCheck check;

    public ContractFilter(PublishedContract contract) {
        this.check = new ContractCheck(contract);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification specification,
            FilterContext context) {
        Response response = context.next(request, specification);
        String path = URI.create(request.getURI()).getRawPath();
        if (path.startsWith("/api/")) {
            check.of(
                    request.getMethod(),
                    path,
                    new ContractCheck.Answered(response.statusCode(), response::header, response.asByteArray()));
        }
        return response;
    }
}
