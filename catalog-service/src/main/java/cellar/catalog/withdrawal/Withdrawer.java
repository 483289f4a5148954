package cellar.catalog.withdrawal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cellar.catalog.gateway.GatewayException;
import cellar.catalog.gateway.Gateways;
import cellar.catalog.revocation.ObjectAccess;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectHeaders;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;
import cellar.common.catalog.WithdrawalMark;

/**
 * Makes a withdrawn image unreadable, step by step. Every step may be repeated.
 */
@Component
class Withdrawer {

	private static final Logger logger = LoggerFactory.getLogger(Withdrawer.class);

	private static final ObjectHeaders HEADERS = new ObjectHeaders("application/json", "no-store");

	private static final byte[] MARK = "{\"state\":\"withdrawn\"}".getBytes(StandardCharsets.UTF_8);

	private final WithdrawalProgress progress;

	private final ObjectStore store;

	private final ObjectAccess access;

	private final Buckets buckets;

	private final Gateways gateways;

	Withdrawer(WithdrawalProgress progress, ObjectStore store, ObjectAccess access, Buckets buckets,
			Gateways gateways) {
		this.progress = progress;
		this.store = store;
		this.access = access;
		this.buckets = buckets;
		this.gateways = gateways;
	}

	void withdraw(UUID imageId) {
		this.progress.find(imageId).filter((withdrawal) -> !withdrawal.isDone()).ifPresent(this::withdraw);
	}

	private void withdraw(Withdrawal withdrawal) {
		try {
			takeAway(withdrawal.objectKey());
		}
		catch (StoreException | GatewayException ex) {
			this.progress.failed(withdrawal.getId(), String.valueOf(ex.getMessage()));
			throw ex;
		}
		this.progress.done(withdrawal.getId());
		logger.atInfo()
			.addKeyValue("image", withdrawal.getId())
			.addKeyValue("key", withdrawal.objectKey())
			.log("Image is withdrawn");
	}

	private void takeAway(String key) {
		// The mark first: once the object is gone, every answer is to be 410 and none
		// 404.
		this.store.put(this.buckets.images(), WithdrawalMark.of(key), MARK, HEADERS);
		this.access.revoke(this.buckets.images(), key);
		// Only now, so that no gateway fetches the object once more.
		this.gateways.purge(List.of(key));
	}

}
