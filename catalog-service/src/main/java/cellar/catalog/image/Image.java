package cellar.catalog.image;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Release;

/**
 * An image as the catalog knows it.
 */
@Entity
class Image implements Persistable<UUID> {

	@Id
	private UUID id;

	private String name;

	private String os;

	private String architecture;

	private String version;

	private String description;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Column(columnDefinition = "varchar(16)[]")
	private List<String> hypervisors;

	private String virtualizationType;

	private boolean singleKernel;

	private String recipe;

	private String contact;

	private @Nullable String loginUser;

	@Enumerated(EnumType.STRING)
	private ImageState state = ImageState.DRAFT;

	private Instant releasedAt;

	private String stamp;

	@Embedded
	private @Nullable Artifact artifact;

	@Embedded
	private @Nullable Origin origin;

	private Instant createdAt;

	private Instant updatedAt;

	private String createdBy;

	@Version
	private long rowVersion;

	@Transient
	private boolean isNew;

	@SuppressWarnings("NullAway.Init") // JPA
	protected Image() {
	}

	@SuppressWarnings("NullAway.Init") // describe sets the rest
	Image(ImageDescription content, Release release, String actor, Instant now) {
		this.id = UUID.randomUUID();
		this.releasedAt = release.date();
		this.stamp = release.stamp();
		this.origin = release.origin();
		this.createdAt = now;
		this.createdBy = actor;
		this.isNew = true;
		describe(content, now);
	}

	final void describe(ImageDescription content, Instant now) {
		this.name = content.name();
		this.os = content.os();
		this.architecture = content.architecture();
		this.version = content.version();
		this.description = content.description();
		this.hypervisors = content.hypervisors();
		this.virtualizationType = content.virtualizationType();
		this.singleKernel = content.singleKernel();
		this.recipe = content.recipe();
		this.contact = content.contact();
		this.loginUser = content.loginUser();
		this.updatedAt = now;
	}

	void attach(Artifact arrived, Instant now) {
		this.artifact = arrived;
		this.updatedAt = now;
	}

	void activate(Instant now) {
		this.state = ImageState.ACTIVE;
		this.updatedAt = now;
	}

	ImageDescription content() {
		return new ImageDescription(this.name, this.os, this.architecture, this.version, this.description,
				List.copyOf(this.hypervisors), this.virtualizationType, this.singleKernel, this.recipe, this.contact,
				this.loginUser);
	}

	Release release() {
		return new Release(this.releasedAt, this.stamp, this.origin);
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.isNew;
	}

	@PostLoad
	@PostPersist
	void known() {
		this.isNew = false;
	}

	String name() {
		return this.name;
	}

	ImageState state() {
		return this.state;
	}

	@Nullable Artifact artifact() {
		return this.artifact;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant updatedAt() {
		return this.updatedAt;
	}

	long rowVersion() {
		return this.rowVersion;
	}

}
