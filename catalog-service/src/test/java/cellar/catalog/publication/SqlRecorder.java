package cellar.catalog.publication;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Notes every statement that Hibernate sends.
 */
class SqlRecorder implements StatementInspector {

	private final List<String> statements = new CopyOnWriteArrayList<>();

	@Override
	public String inspect(String sql) {
		this.statements.add(sql);
		return sql;
	}

	void forget() {
		this.statements.clear();
	}

	List<String> statements() {
		return List.copyOf(this.statements);
	}

}
