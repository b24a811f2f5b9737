package io.zhenggai.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.CharConversionException;
import java.io.IOException;

/**
 * Says in our words what is wrong with a body, where it is read: the same exceptions from elsewhere are no fault of the caller.
 */
@Provider
public class JsonReading implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (InvalidDefinitionException ourFault) {
            throw ourFault;
        } catch (JsonProcessingException e) {
            throw JsonProblems.refusal(e);
        } catch (CharConversionException e) {
            throw JsonProblems.noText();
        } catch (WebApplicationException e) {
            if (e.getCause() instanceof JsonProcessingException json) {
                throw JsonProblems.refusal(json);
            }
            throw e;
        }
    }
}
