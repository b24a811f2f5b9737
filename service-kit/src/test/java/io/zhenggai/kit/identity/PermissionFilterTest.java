package io.zhenggai.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.kit.identity.Role.Claim;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class PermissionFilterTest {

    @Test
    void anOperationSaysTheRolesOfItsMethodInOneOrder() throws IOException {
        assertThat(extension("close", "x-roles")).isEqualTo(List.of("province", "office"));
    }

    @Test
    void aMethodWithoutRolesHasThoseOfItsClass() throws IOException {
        assertThat(extension("read", "x-roles")).isEqualTo(List.of("auditor"));
    }

    @Test
    void whoeverIsSignedInIsEveryRole() throws IOException {
        assertThat(extension("list", "x-roles"))
                .isEqualTo(Arrays.stream(Role.values()).map(Role::claim).toList());
    }

    @Test
    void theScopeIsTheCallersUnlessItIsTheWholeProvince() throws IOException {
        assertThat(extension("read", "x-scope")).isEqualTo("caller");
        assertThat(extension("list", "x-scope")).isEqualTo("province");
    }

    @Test
    void theScopeThatAMachineClientNeedsIsThereWhereItNeedsOne() throws IOException {
        assertThat(extension("close", "x-machine-scope")).isEqualTo("things:write");
        assertThat(extension("list", "x-machine-scope")).isNull();
    }

    @Test
    void anOperationOfNobodyIsAMistake() {
        assertThatThrownBy(() -> extension("forgotten", "x-roles"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Forgotten.forgotten");
    }

    @Test
    void whatOthersAddToTheDocumentIsLeftAlone() throws IOException {
        assertThat(extension("of an extension", "x-roles")).isNull();
    }

    private static Object extension(String operationId, String name) throws IOException {
        OpenAPI document = OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths()
                        .addPathItem(
                                "/things",
                                OASFactory.createPathItem()
                                        .GET(OASFactory.createOperation().operationId(operationId))));
        new PermissionFilter(Index.of(Things.class, Forgotten.class)).filterOpenAPI(document);
        PathItem things = document.getPaths().getPathItem("/things");
        return things.getGET().getExtension(name);
    }

    @RolesAllowed(Claim.AUDITOR)
    interface Things {
        @Operation(operationId = "read")
        void read();

        @Operation(operationId = "close")
        @RolesAllowed({Claim.OFFICE, Claim.PROVINCE})
        @MachineScope("things:write")
        void close();

        @Operation(operationId = "list")
        @RolesAllowed("**")
        @ProvinceWide
        void list();
    }

    interface Forgotten {
        @Operation(operationId = "forgotten")
        void forgotten();
    }
}
