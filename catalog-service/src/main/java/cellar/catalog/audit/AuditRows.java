package cellar.catalog.audit;

import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

/**
 * All recorded changes.
 */
interface AuditRows extends Repository<AuditRow, Long>, JpaSpecificationExecutor<AuditRow> {

	AuditRow save(AuditRow row);

}
