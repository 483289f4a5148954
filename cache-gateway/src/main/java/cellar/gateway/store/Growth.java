package cellar.gateway.store;

import cellar.gateway.slice.Store;

/**
 * What the slices of one copy need of the store as they come.
 */
final class Growth implements Store {

	private final StoredObject object;

	private final Surplus surplus;

	private final Upkeep upkeep;

	/**
	 * Makes the growth of a copy whose file is open.
	 * @param object the copy
	 * @param upkeep what it is done with
	 */
	Growth(StoredObject object, Upkeep upkeep) {
		this.object = object;
		this.surplus = new Surplus(upkeep.index().footprint(object.entry()) - object.file().footprint());
		this.upkeep = upkeep;
	}

	@Override
	public boolean reserve(long bytes) {
		long counted = this.surplus.give(bytes);
		boolean given = counted == bytes || this.upkeep.space().reserve(bytes - counted);
		if (!given) {
			this.surplus.giveBack(counted);
		}
		return given;
	}

	@Override
	public void take(long bytes) {
		this.upkeep.index().grow(this.object.entry(), this.surplus.settle(bytes));
	}

	@Override
	public void grew() {
		this.upkeep.saver().changed(this.object);
	}

	@Override
	public void spoilt() {
		this.upkeep.withdrawals().withdraw(this.object.entry());
	}

}
