package io.zhenggai.kit.event;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Keeps what is told of stock. */
@ApplicationScoped
class StockProjection implements Projection {

    private static final String PUT = """
            insert into stock_copy (id, version, name) values (?, ?, ?)
            on conflict (id) do update set version = excluded.version, name = excluded.name
            """;

    private final AgroalDataSource dataSource;

    StockProjection(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String aggregateType() {
        return "stock";
    }

    @Override
    public List<String> tables() {
        return List.of("stock_copy");
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("stock.") && type.endsWith(".v1");
    }

    @Override
    public void keep(List<Event> events) {
        ManyRows.write(dataSource, PUT, events, StockProjection::bind);
    }

    private static void bind(PreparedStatement put, Event event) throws SQLException {
        put.setObject(1, event.aggregateId());
        put.setLong(2, event.aggregateVersion());
        put.setString(3, event.state(ThingHandler.Thing.class).name());
    }
}
